// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/spec_sheet.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QTextBlock>

#include <google/protobuf/util/message_differencer.h>

using google::protobuf::util::MessageDifferencer;

// A text that cannot be asked: what is said of it, and that it is not lost.
class SpecErrorsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        useOwnSettings(m_folder);
        m_theme.apply(*qApp, SchemeChoice::Light);
    }

    void anErrorIsMarkedAtItsPlaceAndLeavesTheDraft_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("marked");
        QTest::newRow("a value") << "GRANULARITY_DAY"
                                 << "GRANULARITY_DAYS"
                                 << "did you mean \"GRANULARITY_DAY\"?"
                                 << "\"GRANULARITY_DAYS\"";
        QTest::newRow("a field") << "\"granularity\""
                                 << "\"granularty\""
                                 << "granularity"
                                 << "\"granularty\"";
        QTest::newRow("a comma") << "\"GRANULARITY_DAY\""
                                 << "\"GRANULARITY_DAY\",,"
                                 << "comma"
                                 << ",";
        QTest::newRow("the check") << "2026-06-01"
                                   << "2026-04-01"
                                   << "query.timeRange"
                                   << "\"timeRange\": {";
        QTest::newRow("an empty name") << "\"purchase\""
                                       << "\"\""
                                       << "query.events[0].name"
                                       << "\"\"";
    }

    void anErrorIsMarkedAtItsPlaceAndLeavesTheDraft()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, message);
        QFETCH(QString, marked);
        Sheet sheet(m_theme);
        const auto spec = sheet.draft.spec();
        sheet.change(from, to);
        QVERIFY(sheet.isTold());
        QVERIFY2(sheet.message().contains(message), qPrintable(sheet.message()));
        QVERIFY(!sheet.editor.marks().empty());
        const EditorMark mark = sheet.editor.marks().front();
        const QString line = sheet.editor.document()->findBlockByNumber(mark.line).text();
        QCOMPARE(line.mid(mark.column, mark.length), marked);
        QVERIFY(MessageDifferencer::Equals(sheet.draft.spec(), spec));
        QCOMPARE(sheet.draft.undoStack().count(), 0);

        sheet.panel.returnToDraft();
        QCOMPARE(sheet.editor.text(), trimmedSpec(spec));
        QVERIFY(!sheet.isTold());
    }

    void whatWasMeantIsPutInItsPlace_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("button");
        QTest::newRow("a name of an enum") << "GRANULARITY_DAY"
                                           << "GRANULARITY_DAYS"
                                           << "Use DAY";
        QTest::newRow("an enum without its prefix") << "GRANULARITY_DAY"
                                                    << "DAYZ"
                                                    << "Use DAY";
        QTest::newRow("a field") << "timeRange"
                                 << "timeRanje"
                                 << "Use timeRange";
    }

    void whatWasMeantIsPutInItsPlace()
    {
        QFETCH(const QString, from);
        QFETCH(const QString, to);
        QFETCH(const QString, button);
        Sheet sheet(m_theme);
        const QString before = sheet.editor.text();
        sheet.change(from, to);
        QTRY_COMPARE(sheet.notes().size(), std::size_t(1));
        QVERIFY(sheet.fix()->isVisible());
        QCOMPARE(sheet.fix()->text(), button);
        QVERIFY(sheet.panel.problemCount() == 1 && sheet.panel.problemLine() > 1);

        QTest::keyClick(&sheet.editor, Qt::Key_Return, Qt::AltModifier);

        QCOMPARE(sheet.editor.text(), before);
        QVERIFY(sheet.panel.isInStep());
        QCOMPARE(sheet.panel.problemCount(), 0);
    }

    void withoutANearNameThereIsNothingToPutThere()
    {
        Sheet sheet(m_theme);
        sheet.change(QStringLiteral("GRANULARITY_DAY"), QStringLiteral("xyzzy"));
        QTRY_COMPARE(sheet.notes().size(), std::size_t(1));
        QVERIFY(!sheet.fix()->isVisible());
    }

    void everyProblemIsToldUnderItsLine()
    {
        Sheet sheet(m_theme);
        sheet.panel.showText("{\n\"evnts\": [],\n\"granularty\": 1,\n\"timeRange\": {},\n\"filter\": []\n}");
        const auto notes = sheet.notes();
        QCOMPARE(notes.size(), std::size_t(3));
        const int lines[] = {1, 2, 4};
        for (std::size_t i = 0; i < notes.size(); ++i) {
            QCOMPARE(notes[i]->line(), lines[i]);
            QVERIFY(notes[i]->accessibleDescription().contains(
                sheet.editor.document()->findBlockByNumber(lines[i]).text().section(u'"', 1, 1)));
        }
        // Room was made: each begins where its line ends, and the next line below it.
        const auto topOf = [&](int line) {
            QTextCursor cursor(sheet.editor.document()->findBlockByNumber(line));
            return sheet.editor.cursorRect(cursor).top();
        };
        for (std::size_t i = 0; i < notes.size(); ++i) {
            QVERIFY(notes[i]->y() > topOf(lines[i]) + 10);
            QVERIFY(notes[i]->geometry().bottom() < topOf(lines[i] + 1) + 2);
        }
    }

    void aLineTellsThreeProblemsAndHowManyMore()
    {
        Sheet sheet(m_theme);
        sheet.panel.showText(R"({"evnts": [], "granularty": 1, "filter": [], "brekdown": {}, "timeRang": {}})");
        QCOMPARE(sheet.panel.problemCount(), 5);
        const auto notes = sheet.notes();
        QCOMPARE(notes.size(), std::size_t(3));
        QVERIFY(!notes[1]->accessibleName().contains("more in this line"));
        QVERIFY2(notes[2]->accessibleName().contains("2 more in this line"), qPrintable(notes[2]->accessibleName()));
    }

    void aLongMessageIsCutAndToldInFull()
    {
        Sheet sheet(m_theme);
        sheet.panel.resize(SpecPanel::leastWidth, 600);
        sheet.panel.showText("{\"query\": {\n\"visualization\": \"xyzzy\"}}");
        const SpecNote &note = *sheet.notes().at(0);
        QVERIFY(note.accessibleDescription().contains("VISUALIZATION_KPI"));
        QVERIFY(note.toolTip().contains("VISUALIZATION_KPI"));
        QVERIFY(note.height() > note.fontMetrics().height());
        QVERIFY(note.height() < 4 * note.fontMetrics().height());
        QVERIFY(note.width() <= sheet.editor.viewport()->width());
    }

    void aNoteThatComesWhileTypingWaitsForAPause()
    {
        Sheet sheet(m_theme);
        sheet.find("GRANULARITY_DAY");
        QTest::keyClicks(&sheet.editor, "S");
        QCOMPARE(sheet.panel.problemCount(), 1);
        QVERIFY(sheet.notes().empty());
        const int position = sheet.editor.textCursor().position();
        QTRY_COMPARE(sheet.notes().size(), std::size_t(1));
        QCOMPARE(sheet.editor.textCursor().position(), position);
        QTest::keyClicks(&sheet.editor, "S"); // told already: it goes on being told
        QCOMPARE(sheet.notes().size(), std::size_t(1));
        QTest::keyClick(&sheet.editor, Qt::Key_Backspace);
        QTest::keyClick(&sheet.editor, Qt::Key_Backspace);
        QVERIFY(sheet.notes().empty());
    }

    void aFixIsClickedUnderItsLine()
    {
        Sheet sheet(m_theme);
        sheet.panel.showText("{\n\"evnts\": [],\n\"granularity\": \"DAYS\"\n}");
        QCOMPARE(sheet.editor.textCursor().blockNumber(), 1);
        QTest::mouseClick(sheet.fix(1), Qt::LeftButton);
        QVERIFY(sheet.editor.text().contains("\"granularity\": \"GRANULARITY_DAY\""));
        QCOMPARE(sheet.panel.problemCount(), 1);
        QVERIFY(sheet.editor.hasFocus());
        QCOMPARE(sheet.editor.textCursor().blockNumber(), 1);
        sheet.fix(0)->setFocus(Qt::TabFocusReason);
        QTest::keyClick(sheet.fix(0), Qt::Key_Space);
        QVERIFY(sheet.editor.text().contains("\"events\""));
    }

    void aNoteStaysAtItsLineAsTheTextIsScrolled()
    {
        Sheet sheet(m_theme);
        sheet.panel.showText(QString("{\n%1\"evnts\": []\n}").arg(QString("\n").repeated(100)));
        const QRect caret = sheet.editor.cursorRect();
        QVERIFY(sheet.editor.viewport()->rect().contains(caret));
        QCOMPARE(sheet.notes().size(), std::size_t(1));
        QVERIFY(std::abs(sheet.notes().at(0)->y() - caret.bottom()) < 12);
        sheet.editor.verticalScrollBar()->setValue(0);
        QVERIFY(sheet.notes().empty());
    }

    void theNextProblemIsFoundFromTheCaret()
    {
        Sheet sheet(m_theme);
        sheet.panel.showText("{\n\"evnts\": [],\n\"granularty\": 1,\n\"filter\": []\n}");
        QCOMPARE(sheet.editor.textCursor().blockNumber(), 1);
        QTest::keyClick(&sheet.editor, Qt::Key_F8);
        QCOMPARE(sheet.editor.textCursor().blockNumber(), 2);
        QVERIFY(sheet.message().contains("granularty"));
        QTest::keyClick(&sheet.editor, Qt::Key_F8);
        QTest::keyClick(&sheet.editor, Qt::Key_F8);
        QCOMPARE(sheet.editor.textCursor().blockNumber(), 1);
        for (const int line : {3, 2, 1, 3}) {
            QTest::keyClick(&sheet.editor, Qt::Key_F8, Qt::ShiftModifier);
            QCOMPARE(sheet.editor.textCursor().blockNumber(), line);
        }
    }

    void ofTwoProblemsInALineTheOneAtTheCaretIsMended()
    {
        Sheet sheet(m_theme);
        sheet.panel.showText(R"({"evnts": [], "granularty": "GRANULARITY_DAY"})");
        QTest::keyClick(&sheet.editor, Qt::Key_F8);
        QVERIFY(sheet.message().contains("granularty"));
        QTest::keyClick(&sheet.editor, Qt::Key_Return, Qt::AltModifier);
        QVERIFY(sheet.editor.text().contains("\"granularity\""));
        QVERIFY(sheet.editor.text().contains("\"evnts\""));
    }

    void aFormsEditSetsATextInErrorAsideAndUndoBringsItBack()
    {
        Sheet sheet(m_theme);
        const auto before = sheet.draft.spec();
        sheet.change("GRANULARITY_DAY", "GRANULARITY_DAYS");
        sheet.find("purchase");
        const QString typed = sheet.editor.text();
        const int caret = sheet.editor.textCursor().position();

        sheet.chooseBars();
        QCOMPARE(sheet.editor.text(), trimmedSpec(sheet.draft.spec()));
        QVERIFY(sheet.draft.spec().visualization() == insights::v1::VISUALIZATION_BAR);
        QVERIFY(!sheet.isTold());
        QVERIFY(sheet.isSetAside());
        QVERIFY(sheet.setAside().contains("set aside"));

        QTest::keyClick(&sheet.editor, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(sheet.editor.text(), typed);
        QCOMPARE(sheet.editor.textCursor().position(), caret);
        QVERIFY(MessageDifferencer::Equals(sheet.draft.spec(), before));
        QVERIFY(sheet.isTold());
        QVERIFY(!sheet.isSetAside());

        QTest::keyClick(&sheet.editor, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(sheet.draft.spec().visualization() == insights::v1::VISUALIZATION_BAR);
        QVERIFY(!sheet.isTold());
        QTest::mouseClick(sheet.panel.findChild<NoteBar *>("specSetAside")->findChild<QPushButton *>("noteAction"),
                          Qt::LeftButton);
        QCOMPARE(sheet.editor.text(), typed);
        QCOMPARE(sheet.editor.textCursor().position(), caret);
        QVERIFY(sheet.editor.hasFocus());

        // It goes on as any text, with the steps of the draft behind its own.
        sheet.change("GRANULARITY_DAYS", "GRANULARITY_WEEK");
        QCOMPARE(sheet.draft.spec().granularity(), insights::v1::GRANULARITY_WEEK);
        QCOMPARE(sheet.draft.undoStack().count(), 1);
    }

    void aTextThatCameBackHasTheStepsOfTheDraftBehindIt()
    {
        Sheet sheet(m_theme);
        sheet.chooseBars();
        sheet.change("GRANULARITY_DAY", "GRANULARITY_DAYS");
        const QString typed = sheet.editor.text();
        auto spec = sheet.draft.spec();
        spec.set_include_cookieless(true);
        sheet.draft.editSpec(spec, "Count them");
        sheet.draft.undoStack().undo();
        QCOMPARE(sheet.editor.text(), typed);

        QTest::keyClick(&sheet.editor, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(sheet.draft.spec().visualization() != insights::v1::VISUALIZATION_BAR);
        QVERIFY(!sheet.isTold());
        QTest::keyClick(&sheet.editor, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(sheet.editor.text(), typed);
        QTest::keyClick(&sheet.editor, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(sheet.draft.spec().include_cookieless());
        QVERIFY(!sheet.isTold());
    }

    void aTextIsSetAsideByAnEditWhileThePanelIsHidden()
    {
        Sheet sheet(m_theme);
        sheet.change("GRANULARITY_DAY", "GRANULARITY_DAYS");
        const QString typed = sheet.editor.text();
        sheet.panel.hide();
        QSignalSpy said(&sheet.panel, &SpecPanel::said);
        sheet.chooseBars();
        QCOMPARE(said.size(), 1);
        QCOMPARE(sheet.panel.problemCount(), 0);
        sheet.draft.undoStack().undo();
        QCOMPARE(sheet.panel.problemCount(), 1);
        sheet.panel.show();
        QCOMPARE(sheet.editor.text(), typed);
    }

    void aLoadedSpecSetsATextInErrorAside()
    {
        Sheet sheet(m_theme);
        const QString valid = sheet.editor.text();
        sheet.change("GRANULARITY_DAY", "GRANULARITY_DAYS");
        const QString typed = sheet.editor.text();
        QVERIFY(sheet.panel.load(valid, "Paste spec")); // what the draft is already
        QCOMPARE(sheet.editor.text(), valid);
        sheet.draft.undoStack().undo();
        QCOMPARE(sheet.editor.text(), typed);
    }

    void aTextThatWasNotReadYetIsSetAsideToo()
    {
        Sheet sheet(m_theme);
        auto spec = sheet.draft.spec();
        auto &filter = *spec.add_filters();
        filter.set_property("plan");
        filter.set_operator_(insights::v1::OPERATOR_IN);
        for (int i = 0; i < 5'000; ++i)
            filter.add_values("a plan of number " + std::to_string(i));
        sheet.draft.editSpec(spec, "Change filter");
        sheet.find("number 4999");
        QTest::keyClicks(&sheet.editor, "7");
        const QString typed = sheet.editor.text();
        sheet.chooseBars();
        QCOMPARE(sheet.draft.spec().filters(0).values(4'999), std::string("a plan of number 4999"));
        sheet.draft.undoStack().undo();
        QCOMPARE(sheet.editor.text(), typed);
        QTRY_COMPARE(sheet.draft.spec().filters(0).values(4'999), std::string("a plan of number 49997"));
        QVERIFY(sheet.panel.isInStep());
    }

private:
    QTemporaryDir m_folder;
    Theme m_theme;
};

QTEST_MAIN(SpecErrorsTest)
#include "spec_errors_test.moc"
