// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shelf.h"

#include "query/spec_json.h"
#include "session/question_file.h"

#include <QAction>
#include <QApplication>
#include <QFileDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>

// A question that is a file (.insight.json): opened, edited, saved where it came from.
class QuestionFileTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        useOwnSettings(m_settings);
        m_theme.apply(*qApp, SchemeChoice::Light);
    }

    void init()
    {
        QSettings().clear();
        m_folder = std::make_unique<QTemporaryDir>();
        m_shelf = std::make_unique<Shelf>(m_theme, m_folder->path());
        QTRY_VERIFY(m_shelf->keeping.isLoaded());
        m_shelf->desk.connectNow();
        QCOMPARE(saveQuestionFile(path(), trendOf("signup")), QString());
        window().openFiles({path()});
        QTRY_VERIFY(m_shelf->isAnswered("signup"));
    }

    void cleanup() { m_shelf.reset(); }

    void itIsSavedWhereItCameFrom()
    {
        QVERIFY(window().windowTitle().startsWith("mine.insight.json"));
        QVERIFY(!window().isWindowModified());
        askFor("purchase");
        QVERIFY(window().isWindowModified());
        trigger("saveQuestion");
        QVERIFY(!window().isWindowModified());
        QCOMPARE(eventIn(path()), std::string("purchase"));
        QVERIFY(m_shelf->keeping.library().items().empty());
    }

    void whatAnotherProgramWroteIsNotOverwrittenUnasked_data()
    {
        QTest::addColumn<QString>("button");
        QTest::addColumn<QString>("kept"); // in the file
        QTest::addRow("cancelled") << "Cancel"
                                   << "page_view";
        QTest::addRow("overwritten") << "Overwrite"
                                     << "purchase";
    }

    void whatAnotherProgramWroteIsNotOverwrittenUnasked()
    {
        QFETCH(const QString, button);
        QFETCH(const QString, kept);
        QCOMPARE(saveQuestionFile(path(), trendOf("page_view")), QString());
        askFor("purchase");
        trigger("saveQuestion");
        auto *asked = m_shelf->desk.child<QMessageBox>("overwriteFile");
        QVERIFY(asked != nullptr);
        QCOMPARE(eventIn(path()), std::string("page_view"));
        for (QAbstractButton *one : asked->buttons())
            if (one->text().remove(u'&') == button)
                QTest::mouseClick(one, Qt::LeftButton);
        QCOMPARE(eventIn(path()), kept.toStdString());
        QCOMPARE(window().isWindowModified(), button == "Cancel");
    }

    void aFileThatWasDeletedIsWrittenAgain()
    {
        QVERIFY(QFile::remove(path()));
        trigger("saveQuestion");
        QCOMPARE(eventIn(path()), std::string("signup"));
    }

    void aQuestionGetsAFileOfItsOwn()
    {
        trigger("saveQuestionFile");
        auto *dialog = m_shelf->desk.child<QFileDialog>("saveQuestionFile");
        QVERIFY(dialog != nullptr);
        dialog->selectFile(m_folder->filePath("other")); // the suffix comes by itself
        QTest::keyClick(dialog->findChild<QLineEdit *>("fileNameEdit"), Qt::Key_Return);
        QCOMPARE(eventIn(m_folder->filePath("other.insight.json")), std::string("signup"));
        QVERIFY(window().windowTitle().startsWith("other.insight.json"));
    }

    void aFileThatCannotBeWrittenIsToldAndTheQuestionStaysEdited()
    {
        askFor("purchase");
        QVERIFY(QFile::remove(path()));
        QVERIFY(QDir().mkpath(path())); // a folder where the file was
        trigger("saveQuestion");
        auto *asked = m_shelf->desk.child<QMessageBox>("overwriteFile");
        QVERIFY(asked != nullptr);
        for (QAbstractButton *one : asked->buttons())
            if (one->text().remove(u'&') == "Overwrite")
                QTest::mouseClick(one, Qt::LeftButton);
        QVERIFY(m_shelf->desk.says(QStringLiteral("was not saved")));
        QVERIFY(window().isWindowModified());
    }

    void aQuestionOfTheLibraryIsNotOverwrittenByTheFileOpenedAfterIt()
    {
        const qint64 id = m_shelf->keeping.library().add(questionItem("Buyers", "", "purchase"));
        askFor("page_view");
        trigger("saveQuestionAs");
        m_shelf->desk.child<QLineEdit>("itemName")->setText("Viewers");
        QTest::mouseClick(m_shelf->desk.child<QPushButton>("itemSave"), Qt::LeftButton);
        QTRY_VERIFY(window().windowTitle().startsWith("Viewers"));

        window().openFiles({path()});
        QTRY_VERIFY(m_shelf->isAnswered("signup"));
        QVERIFY(window().windowTitle().startsWith("mine.insight.json"));
        askFor("refund");
        trigger("saveQuestion");
        QCOMPARE(eventIn(path()), std::string("refund"));
        for (const LibraryItem *item : m_shelf->keeping.library().items())
            QCOMPARE(questionIn(*item)->query().events(0).name(), item->id == id ? "purchase" : "page_view");
    }

private:
    QString path() const { return m_folder->filePath("mine.insight.json"); }
    MainWindow &window() { return m_shelf->desk.window; }

    void trigger(const char *action) { m_shelf->desk.child<QAction>(action)->trigger(); }
    void askFor(const std::string &event)
    {
        m_shelf->desk.draft.editSpec(trendOf(event), QStringLiteral("Change event"));
        QTRY_VERIFY(m_shelf->isAnswered(event));
    }

    static std::string eventIn(const QString &path)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return {};
        const auto read = readSpecJson(file.readAll().toStdString(), ProjectTime().calendar());
        const auto *spec = std::get_if<insights::v1::QuerySpec>(&read);
        return spec != nullptr && spec->events_size() > 0 ? spec->events(0).name() : std::string();
    }

    const QTemporaryDir m_settings;
    Theme m_theme;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Shelf> m_shelf;
};

QTEST_MAIN(QuestionFileTest)
#include "question_file_test.moc"
