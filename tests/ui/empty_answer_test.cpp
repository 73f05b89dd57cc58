// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/desk.h"

#include <QApplication>
#include <QPushButton>

using namespace insights::v1;

// Where nothing was found the filters are offered to be dropped, each with what there would be then.
class EmptyAnswerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        useOwnSettings(m_folder);
        m_theme.apply(*qApp, SchemeChoice::Light);
    }

    void init()
    {
        m_desk = std::make_unique<Desk>(m_theme);
        m_desk->addProject("shop");
        m_desk->connectNow();
        QTRY_VERIFY(m_desk->isReady());
        m_desk->client.queries.automatic = nullptr;
        QuerySpec spec = m_desk->draft.spec();
        for (const char *property : {"plan", "country"}) {
            auto &filter = *spec.add_filters();
            filter.set_property(property);
            filter.set_operator_(OPERATOR_EQUALS);
            filter.set_value("x");
        }
        m_desk->draft.editSpec(spec, "Change");
        m_desk->client.queries.last().answer(AnswerFrames());
    }

    void whatThereWouldBeComesOneByOne()
    {
        QVERIFY(m_desk->says("No users match"));
        answerCount(1204);
        QVERIFY(m_desk->says("1,204 users"));
        m_desk->child<QPushButton>("stateReason0")->setFocus();
        m_desk->client.queries.last().fail(Failure::Kind::Timeout);
        QVERIFY(m_desk->says("not known"));
        QVERIFY(m_desk->child<QPushButton>("stateReason0")->hasFocus() || !m_desk->window.isActiveWindow());
        answerCount(1);
        QVERIFY(m_desk->says("1 user"));
    }

    void allFiltersAreDroppedAtOnce()
    {
        m_desk->child<QPushButton>("stateReason2")->click();
        QCOMPARE(m_desk->draft.spec().filters_size(), 0);
        m_desk->draft.undoStack().undo();
        QCOMPARE(m_desk->draft.spec().filters_size(), 2);
    }

    void theNextQuestionEndsTheCounting()
    {
        const std::size_t counting = m_desk->client.queries.size() - 1;
        QVERIFY(m_desk->client.queries[counting].isOpen());
        m_desk->child<QPushButton>("stateReason1")->click();
        QVERIFY(m_desk->client.queries[counting].isAbandoned);
        QCOMPARE(m_desk->client.queries.last().request.filters_size(), 1);
        QVERIFY(!m_desk->says("…"));
    }

private:
    void answerCount(double count)
    {
        AnswerFrames frames;
        frames.rows.Add()->set_value(count);
        m_desk->client.queries.last().answer(frames);
    }

    QTemporaryDir m_folder;
    Theme m_theme;
    std::unique_ptr<Desk> m_desk;
};

QTEST_MAIN(EmptyAnswerTest)
#include "empty_answer_test.moc"
