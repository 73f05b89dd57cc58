// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/spec_json.h"
#include "session/question_document.h"
#include "session/question_file.h"
#include "tests/support/questions.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <set>

using explorer::v1::Question;

namespace {

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class QuestionDocumentTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aDraftComesBackAsItWas()
    {
        Draft draft;
        draft.spec = trendOf("page_view");
        draft.time.preset = TimePreset::Last90Days;
        draft.automaticGranularity = false;
        draft.compare = Compare::PreviousYear;

        Question kept;
        QVERIFY(kept.ParseFromString(questionOf(draft).SerializeAsString()));

        QVERIFY(draftOf(kept) == draft);
        QCOMPARE(kept.time_preset(), "last90Days");
        QCOMPARE(kept.compare(), "previousYear");
    }

    void everyPresetAndComparisonHasAnIdOfItsOwn()
    {
        std::set<std::string> ids{""};
        for (const TimePreset preset : allTimePresets()) {
            QVERIFY2(ids.insert(timePresetId(preset)).second, qPrintable(timePresetName(preset)));
            QVERIFY(timePresetOf(timePresetId(preset)) == preset);
        }
        for (const Compare compare : allCompares())
            QVERIFY(compareOf(compareId(compare)) == compare);
        QVERIFY(timePresetId(TimePreset::Fixed).empty());
        QVERIFY(timePresetOf("") == TimePreset::Fixed);
        QVERIFY(compareId(Compare::Nothing).empty());
    }

    void whatALaterVersionKnowsIsTakenAsNone()
    {
        Question question;
        question.set_time_preset("lastFullMoon");
        question.set_compare("bestDay");

        QVERIFY(draftOf(question).time.preset == TimePreset::Fixed);
        QVERIFY(draftOf(question).compare == Compare::Nothing);
    }

    void theKeyIsThatOfTheQuestion_data()
    {
        QTest::addColumn<QString>("preset");
        QTest::addColumn<bool>("isAutomatic");
        QTest::addColumn<bool>("isSame");
        QTest::newRow("preset") << "last30Days" << true << true;
        QTest::newRow("fixed") << "" << true << false;
        QTest::newRow("preset of a later version") << "lastFullMoon" << true << false;
        QTest::newRow("granularity of its own") << "last30Days" << false << false;
    }

    void theKeyIsThatOfTheQuestion()
    {
        QFETCH(QString, preset);
        QFETCH(bool, isAutomatic);
        QFETCH(bool, isSame);
        Question question;
        *question.mutable_query() = trendOf("page_view");
        question.set_time_preset(preset.toStdString());
        question.set_automatic_granularity(isAutomatic);
        Question later = question;
        *later.mutable_query()->mutable_time_range() = rangeOf("2026-06-01", "2026-07-01");
        later.mutable_query()->set_granularity(insights::v1::GRANULARITY_WEEK);

        QCOMPARE(questionKey(question) == questionKey(later), isSame);
        later.set_compare("previousPeriod");
        QVERIFY(questionKey(question) != questionKey(later));
    }

    void aQuestionFileIsThePlainSpec()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath("Signups") + questionFileSuffix;
        const insights::v1::QuerySpec spec = trendOf("page_view");

        QCOMPARE(saveQuestionFile(path, spec), QString());

        const std::string text = contentsOf(path).toStdString();
        QCOMPARE(text, specJson(spec));
        QVERIFY(text.ends_with("}\n"));
        const auto read = readSpecJson(text, *Calendar::of("UTC", WeekStart::Sunday));
        QCOMPARE(std::get<insights::v1::QuerySpec>(read).SerializeAsString(), spec.SerializeAsString());
    }

    void aFileThatCannotBeSavedLeavesTheOldOne()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath("Signups.insight.json");
        QCOMPARE(saveQuestionFile(path, trendOf("page_view")), QString());
        const QByteArray before = contentsOf(path);
        insights::v1::QuerySpec spec = trendOf("purchase");
        spec.mutable_time_range()->mutable_end()->set_seconds(999'999'999'999);

        QVERIFY(saveQuestionFile(path, spec).contains("9999"));
        QCOMPARE(contentsOf(path), before);

        const QString error = saveQuestionFile(path + "/below a file.insight.json", trendOf("purchase"));
        QVERIFY2(error.contains("below a file.insight.json was not saved: "), qPrintable(error));
    }
};

QTEST_GUILESS_MAIN(QuestionDocumentTest)
#include "question_document_test.moc"
