// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/spec_sheet.h"

#include "query/spec_json.h"
#include "ui/charts/note_bar.h"
#include "ui/spec/json_format.h"
#include "ui/spec/spec_editor.h"
#include "ui/spec/spec_note.h"
#include "ui/spec/spec_panel.h"
#include "ui/spec/spec_place.h"

#include <QAction>
#include <QClipboard>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QToolButton>

#include <google/protobuf/util/message_differencer.h>

using google::protobuf::util::MessageDifferencer;

Q_DECLARE_METATYPE(SpecPlace::Project)

class SpecPanelTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        useOwnSettings(m_folder);
        m_theme.apply(*qApp, SchemeChoice::Light);
    }

    void theTextFollowsTheDraft()
    {
        Sheet sheet(m_theme);
        QCOMPARE(sheet.editor.text(), trimmedSpec(sheet.draft.spec()));
        sheet.find("\"purchase\"");
        const int line = sheet.editor.textCursor().blockNumber();
        auto spec = sheet.draft.spec();
        spec.set_aggregation(insights::v1::AGGREGATION_UNIQUE_USERS);
        sheet.draft.editSpec(spec, "Change measure");
        QCOMPARE(sheet.editor.text(), trimmedSpec(spec));
        QCOMPARE(sheet.editor.textCursor().blockNumber(), line);
        sheet.draft.undoStack().undo();
        QVERIFY(!sheet.editor.text().contains("AGGREGATION"));
    }

    void theDraftFollowsTheText()
    {
        Sheet sheet(m_theme);
        sheet.change("GRANULARITY_DAY", "GRANULARITY_WEEK");
        QCOMPARE(sheet.draft.spec().granularity(), insights::v1::GRANULARITY_WEEK);
        QVERIFY(!sheet.isTold());
        QVERIFY(sheet.panel.isInStep());
    }

    void typingIsNotFormattedUnderTheCaret()
    {
        Sheet sheet(m_theme);
        sheet.find("\"purchase\"");
        QTest::keyClicks(&sheet.editor, "    ");
        QVERIFY(sheet.editor.text().contains("\"purchase\"    "));
        sheet.change("purchase", "sign up");
        QCOMPARE(sheet.draft.spec().events(0).name(), std::string("sign up"));
        QVERIFY(sheet.editor.text().contains("\"sign up\"    "));
    }

    void typingInARowIsOneStepOfUndo()
    {
        Sheet sheet(m_theme);
        sheet.find("purchase");
        QTest::keyClicks(&sheet.editor, "_made");
        QCOMPARE(sheet.draft.spec().events(0).name(), std::string("purchase_made"));
        QCOMPARE(sheet.draft.undoStack().count(), 1);
        QTest::keyClick(&sheet.editor, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(sheet.draft.spec().events(0).name(), std::string("purchase"));
        QCOMPARE(sheet.editor.text(), trimmedSpec(sheet.draft.spec()));
        QTest::keyClick(&sheet.editor, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(sheet.draft.spec().events(0).name(), std::string("purchase_made"));
    }

    void anotherLineIsAnotherStep()
    {
        Sheet sheet(m_theme);
        sheet.find("purchase");
        QTest::keyClicks(&sheet.editor, "s");
        sheet.change("06-01", "06-02");
        QCOMPARE(sheet.draft.undoStack().count(), 2);
    }

    void aTextInErrorIsUndoneAsAText()
    {
        Sheet sheet(m_theme);
        auto spec = sheet.draft.spec();
        spec.set_include_cookieless(true);
        sheet.draft.editSpec(spec, "Count them");
        sheet.find("GRANULARITY_DAY");
        QTest::keyClicks(&sheet.editor, "S");
        QVERIFY(!sheet.panel.isInStep());
        QTest::keyClick(&sheet.editor, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(sheet.panel.isInStep());
        QVERIFY(sheet.draft.spec().include_cookieless());
        QTest::keyClick(&sheet.editor, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(!sheet.draft.spec().include_cookieless());
    }

    void whatIsWrittenGoesBeforeWhatIsAutomatic()
    {
        Sheet sheet(m_theme);
        Draft draft;
        draft.spec = trendOf("purchase");
        draft.automaticGranularity = true;
        sheet.draft.edit(draft, "Choose");
        QCOMPARE(sheet.draft.spec().granularity(), insights::v1::GRANULARITY_DAY);
        sheet.change("2026-06-01", "2029-06-01"); // weeks, if it were automatic
        QCOMPARE(sheet.draft.spec().granularity(), insights::v1::GRANULARITY_DAY);
        QVERIFY(MessageDifferencer::Equals(sheet.draft.spec().time_range(), rangeOf("2026-05-01", "2029-06-01")));
    }

    void namesOfTheProjectAreOfferedWhereOneStands_data()
    {
        QTest::addColumn<QString>("text"); // with | for the caret
        QTest::addColumn<SpecPlace::Project>("expected");
        using enum SpecPlace::Project;
        QTest::newRow("event") << R"({"query": {"events": [{"name": "|"}]}})" << Event;
        QTest::newRow("starting event") << R"({"query": {"startingEvent": {"name": "p|"}}})" << Event;
        QTest::newRow("property of a filter") << R"({"query": {"filters": [{"property": "|"}]}})" << Property;
        QTest::newRow("property of a breakdown") << R"({"query": {"breakdown": {"property": |}}})" << Property;
        QTest::newRow("property of the measure") << R"({"query": {"aggregationProperty": "|"}})" << Property;
        QTest::newRow("value of a filter") << R"({"query": {"filters": [{"value": "|"}]}})" << None;
        QTest::newRow("name of a field") << R"({"query": {"|": 1}})" << None;
    }

    void namesOfTheProjectAreOfferedWhereOneStands()
    {
        QFETCH(QString, text);
        QFETCH(const SpecPlace::Project, expected);
        const qsizetype caret = text.indexOf(u'|');
        text.remove(caret, 1);
        QCOMPARE(specPlaceAt(text, caret).project, expected);
    }

    void aNameOfTheProjectIsWrittenAsJson()
    {
        Sheet sheet(m_theme);
        sheet.panel.setNames({{QStringLiteral("say \"hi\"")}}, {});
        sheet.find(QStringLiteral("purchase"), true);
        QTest::keyClicks(&sheet.editor, QStringLiteral("say"));
        QVERIFY(sheet.editor.isListOpen());

        QTest::keyClick(&sheet.editor, Qt::Key_Return);

        QCOMPARE(sheet.draft.spec().events(0).name(), "say \"hi\"");
    }

    void theFormSaysThatTheTextIsInError()
    {
        Desk desk(m_theme);
        desk.addProject("shop");
        desk.connectNow();
        QTRY_VERIFY(desk.isReady());
        auto *panel = desk.child<SpecPanel>("specPanel");
        desk.child<QAction>("showSpec")->setChecked(true);

        panel->showText(QStringLiteral("{\n\"query\": {\"event\": []}}"));
        QVERIFY(desk.says(QStringLiteral("1 problem in the spec, line 2")));

        panel->returnToDraft();
        QVERIFY(!desk.says(QStringLiteral("problem in the spec")));
    }

    void theChartSaysThatItIsOfTheLastValidSpec()
    {
        Desk desk(m_theme);
        openDesk(desk);
        auto *panel = desk.child<SpecPanel>("specPanel");
        auto *note = desk.child<NoteBar>("specNotAsked");
        QVERIFY(!note->isVisible());
        desk.child<QAction>("showSpec")->trigger();
        auto *editor = desk.child<SpecEditor>("specEditor");
        const QString valid = editor->text();

        QTest::keyClick(editor, Qt::Key_End, Qt::ControlModifier);
        QTest::keyClicks(editor, ",");
        QVERIFY(note->isVisible());
        QVERIFY(note->accessibleName().contains("last valid spec"));
        desk.child<QAction>("copySpec")->trigger();
        QVERIFY(desk.says("not of what is typed"));
        QTest::keyClick(editor, Qt::Key_Backspace);
        QVERIFY(!note->isVisible());

        QTest::keyClicks(editor, ",");
        QTest::mouseClick(note->findChild<QPushButton *>("noteAction"), Qt::LeftButton);
        QVERIFY(!note->isVisible());
        QCOMPARE(editor->text(), valid);
        QCOMPARE(panel->problemCount(), 0);
        desk.child<QAction>("undo")->trigger();
        QCOMPARE(editor->text(), valid + u',');
        QVERIFY(note->isVisible());
    }

    void placesAreThoseOfTheLettersOnTheScreen()
    {
        Sheet sheet(m_theme);
        sheet.panel.showText(
            QString::fromUtf8("{\"events\": [{\"name\": \"\xF0\x9F\x9B\x92 \xC3\xA9\", \"nme\": 1}]}"));
        QVERIFY(!sheet.editor.marks().empty());
        const EditorMark mark = sheet.editor.marks().front();
        QCOMPARE(sheet.editor.text().mid(mark.column, mark.length), QString("\"nme\""));
    }

    void aNoBreakSpaceStaysOne()
    {
        Sheet sheet(m_theme);
        auto spec = sheet.draft.spec();
        spec.mutable_events(0)->set_name("12\xC2\xA0"
                                         "000");
        sheet.draft.editSpec(spec, "Change event");
        sheet.change("GRANULARITY_DAY", "GRANULARITY_WEEK");
        QCOMPARE(sheet.draft.spec().granularity(), insights::v1::GRANULARITY_WEEK);
        QCOMPARE(sheet.draft.spec().events(0).name(), spec.events(0).name());
    }

    void aHiddenPanelCatchesUpWhenShown()
    {
        Sheet sheet(m_theme);
        sheet.panel.hide();
        auto spec = sheet.draft.spec();
        spec.set_visualization(insights::v1::VISUALIZATION_BAR);
        sheet.draft.editSpec(spec, "Change chart");
        sheet.panel.show();
        QCOMPARE(sheet.editor.text(), trimmedSpec(spec));
    }

    void offersAreThoseOfTheContract_data()
    {
        QTest::addColumn<QString>("text"); // | is the caret
        QTest::addColumn<QStringList>("some");
        QTest::addColumn<bool>("isName");
        QTest::newRow("the root") << "{ | }" << QStringList{"query", "events"} << true;
        QTest::newRow("the spec") << "{\"query\": {\"ev|" << QStringList{"events", "timeRange"} << true;
        QTest::newRow("an event") << "{\"query\": {\"events\": [{\"na|\"" << QStringList{"name", "filters"} << true;
        QTest::newRow("a filter of an event") << "{\"events\": [{\"name\": \"a\", \"filters\": [{\"property\": \"b\", |"
                                              << QStringList{"operator"} << true;
        QTest::newRow("its operator") << "{\"events\": [{\"filters\": [{\"operator\": \"OP|\"}]}]}"
                                      << QStringList{"OPERATOR_EQUALS", "OPERATOR_BETWEEN"} << false;
        QTest::newRow("in snake case") << "{\"time_range\": {|" << QStringList{"start", "end"} << true;
        QTest::newRow("a value without quotes")
            << "{\"query\": {\"granularity\": D|" << QStringList{"GRANULARITY_DAY"} << false;
        QTest::newRow("a boolean") << "{\"includeCookieless\": |" << QStringList{"true", "false"} << false;
        QTest::newRow("a value to come") << "{\"granularity\": |" << QStringList{"GRANULARITY_DAY"} << false;
        QTest::newRow("a free text") << "{\"aggregationProperty\": \"|\"" << QStringList{} << false;
        QTest::newRow("beside the query") << "{\"query\": {}, |" << QStringList{} << true;
        QTest::newRow("no contract there") << "{\"granularity\": {|" << QStringList{} << true;
        QTest::newRow("nothing") << "|" << QStringList{} << false;
        QTest::newRow("brackets that close nothing") << "}]}]|" << QStringList{} << false;
    }

    void offersAreThoseOfTheContract()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, some);
        QFETCH(bool, isName);
        const qsizetype caret = text.indexOf(u'|');
        const SpecPlace place = specPlaceAt(text.remove(caret, 1), caret);
        QCOMPARE(place.offers.empty(), some.isEmpty());
        for (const QString &name : some)
            QVERIFY2(std::find(place.offers.begin(), place.offers.end(), name) != place.offers.end(), qPrintable(name));
        QCOMPARE(place.isName, isName);
    }

    void whatIsThereIsNotOfferedAgain()
    {
        const QString text = "{\"query\": {\"time_range\": {}, \"events\": [], \"";
        const SpecPlace place = specPlaceAt(text, text.size());
        const auto offers = [&](const char *name) {
            return std::find(place.offers.begin(), place.offers.end(), QLatin1String(name)) != place.offers.end();
        };
        QVERIFY(offers("granularity") && !offers("events") && !offers("timeRange"));
    }

    void aNameIsCompletedWithItsColonAndAValueWithItsQuotes()
    {
        Sheet sheet(m_theme);
        sheet.find("\"GRANULARITY_DAY\"");
        QTest::keyClicks(&sheet.editor, ",");
        QTest::keyClick(&sheet.editor, Qt::Key_Return);
        QTest::keyClicks(&sheet.editor, "visu");
        QVERIFY(sheet.editor.isListOpen());
        QTest::keyClick(&sheet.editor, Qt::Key_Return);
        QVERIFY(!sheet.editor.isListOpen());
        QTest::keyClick(&sheet.editor, Qt::Key_Space, Qt::ControlModifier);
        QVERIFY(sheet.editor.isListOpen());
        QTest::keyClicks(&sheet.editor, "bar");
        QTest::keyClick(&sheet.editor, Qt::Key_Tab);
        QVERIFY2(sheet.editor.text().contains("\n    \"visualization\": \"VISUALIZATION_BAR\"\n"),
                 qPrintable(sheet.editor.text()));
        QCOMPARE(sheet.draft.spec().visualization(), insights::v1::VISUALIZATION_BAR);
    }

    void linesAreIndentedByTheirBrackets()
    {
        Sheet sheet(m_theme);
        sheet.panel.showText("{}");
        sheet.editor.goTo(0, 1);
        QTest::keyClick(&sheet.editor, Qt::Key_Return);
        QCOMPARE(sheet.editor.text(), QString("{\n  \n}"));
        QTest::keyClicks(&sheet.editor, "[");
        QTest::keyClick(&sheet.editor, Qt::Key_Return);
        QTest::keyClicks(&sheet.editor, "]");
        QCOMPARE(sheet.editor.text(), QString("{\n  [\n  ]\n}"));
        sheet.editor.selectAll();
        QTest::keyClick(&sheet.editor, Qt::Key_Tab);
        QCOMPARE(sheet.editor.text(), QString("  {\n    [\n    ]\n  }"));
        QTest::keyClick(&sheet.editor, Qt::Key_Backtab);
        QTest::keyClick(&sheet.editor, Qt::Key_Backtab);
        QCOMPARE(sheet.editor.text(), QString("{\n[\n]\n}"));
    }

    void formattingKeepsEveryValueAsItIsWritten()
    {
        const QString flat = "{'b':1.50,'a':[{},[],{'x':'\\u00e9 {'}],'c':1234567890123456}";
        const auto formatted = formattedJson(QString(flat).replace(u'\'', u'"').toStdString());
        QCOMPARE(
            QString::fromStdString(formatted.value_or("")),
            QString::fromUtf8("{\n  \"b\": 1.50,\n  \"a\": [\n    {},\n    [],\n    {\n      \"x\": \"\\u00e9 {\"\n"
                              "    }\n  ],\n  \"c\": 1234567890123456\n}"));
        QVERIFY(!formattedJson("{,}"));
        const std::string spec = trimmedSpec(trendOf("a")).toStdString();
        QCOMPARE(formattedJson(spec).value_or(""), spec);
    }

    void formattingIsNoEdit()
    {
        Sheet sheet(m_theme);
        QString flat = sheet.editor.text().remove(u'\n').remove("  ");
        sheet.editor.selectAll();
        sheet.editor.insertPlainText(flat);
        QCOMPARE(sheet.editor.text(), flat);
        sheet.panel.findChild<QAbstractButton *>("specFormat")->click();
        QCOMPARE(sheet.editor.text(), trimmedSpec(sheet.draft.spec()));
        QCOMPARE(sheet.draft.undoStack().count(), 0);
    }

    void hostileTextIsToldAndHarmsNothing_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << QString();
        QTest::newRow("a NUL") << QString("{\"query\": {\"events\": [{\"name\": \"a%1b\"}]}}").arg(QChar(0));
        QTest::newRow("nested deep") << QString(100'000, u'[');
        QTest::newRow("objects nested deep") << QString("{\"a\":").repeated(50'000);
        QTest::newRow("one long line") << "{\"query\": \"" + QString(900'000, u'x') + "\"}";
        QTest::newRow("many wrong fields") << "{" + QString("\"evnts\": 1,\n").repeated(60'000) + "\"z\": 1}";
        QTest::newRow("many incomplete filters")
            << "{\"filters\": [" + QString("{\"property\": \"a\"},\n").repeated(40'000) + "{}]}";
        QTest::newRow("half a character") << QString("{\"a") + QChar(0xD800) + "\": 1}";
        QTest::newRow("separators") << QString("{%1\"a\"%2}").arg(QChar(0x2028)).arg(QChar(0x2029));
    }

    void hostileTextIsToldAndHarmsNothing()
    {
        QFETCH(QString, text);
        Sheet sheet(m_theme);
        const auto spec = sheet.draft.spec();
        sheet.panel.showText(text);
        sheet.panel.grab();
        QTest::keyClick(&sheet.editor, Qt::Key_End, Qt::ControlModifier);
        QTest::keyClicks(&sheet.editor, "x");
        QTest::keyClick(&sheet.editor, Qt::Key_Space, Qt::ControlModifier);
        sheet.panel.findChild<QAbstractButton *>("specFormat")->click();
        QTRY_VERIFY(sheet.isTold());
        QVERIFY(MessageDifferencer::Equals(sheet.draft.spec(), spec));
    }

    void aKeystrokeIsCheckedAtOnce()
    {
        Sheet sheet(m_theme);
        auto spec = trendOf({"a", "b", "c", "d", "e"});
        for (int i = 0; i < 20; ++i) {
            auto &filter = *spec.add_filters();
            filter.set_property("plan");
            filter.set_operator_(insights::v1::OPERATOR_EQUALS);
            filter.set_value("pro");
        }
        sheet.draft.editSpec(spec, "Change");
        sheet.find("\"value\": \"pro");
        const QSignalSpy edits(&sheet.draft, &DraftQuery::changed);
        int touched = 0; // letters
        connect(sheet.editor.document(), &QTextDocument::contentsChange, &sheet.editor,
                [&touched](int, int removed, int added) { touched += removed + added; });
        constexpr int keys = 50;
        for (int i = 0; i < keys; ++i)
            QTest::keyClick(&sheet.editor, Qt::Key_1);
        QCOMPARE(sheet.draft.spec().filters(0).value(), "pro" + std::string(keys, '1'));
        QCOMPARE(edits.size(), keys); // none waited for a pause
        QCOMPARE(touched, keys); // and no text was laid out anew
    }

    void pastedAnywhereASpecIsTheQuestionAndIsUndone()
    {
        Desk desk(m_theme);
        openDesk(desk);
        const auto before = desk.draft.spec();
        QGuiApplication::clipboard()->setText(trimmedSpec(trendOf("purchase")));
        QTest::keyClick(&desk.window, Qt::Key_V, Qt::ControlModifier);
        QVERIFY(MessageDifferencer::Equals(desk.draft.spec(), trendOf("purchase")));
        QVERIFY(!desk.child<SpecPanel>("specPanel")->isVisible());
        QCOMPARE(desk.draft.undoStack().count(), 1);
        QTest::keyClick(&desk.window, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(MessageDifferencer::Equals(desk.draft.spec(), before));
    }

    void pastedIntoAFieldAWholeSpecIsTheQuestionAndAnotherTextItsText()
    {
        Desk desk(m_theme);
        openDesk(desk);
        QLineEdit field(desk.child<QWidget>("builder"));
        field.show();
        field.setFocus();
        QGuiApplication::clipboard()->setText("{\"plan\": 1}");
        QTest::keyClick(&field, Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(field.text(), "{\"plan\": 1}");
        QCOMPARE(desk.draft.undoStack().count(), 0);

        QGuiApplication::clipboard()->setText(trimmedSpec(trendOf("purchase")));
        QTest::keyClick(&field, Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(field.text(), "{\"plan\": 1}");
        QVERIFY(MessageDifferencer::Equals(desk.draft.spec(), trendOf("purchase")));
    }

    void aPastedTextInErrorOpensInThePanel()
    {
        Desk desk(m_theme);
        openDesk(desk);
        const auto before = desk.draft.spec();
        QGuiApplication::clipboard()->setText("{\"query\": {\n\"evnts\": []}}");
        QTest::keyClick(&desk.window, Qt::Key_V, Qt::ControlModifier);
        QVERIFY(desk.child<SpecPanel>("specPanel")->isVisible());
        QVERIFY(desk.child<SpecNote>("specNote")->isVisible());
        QVERIFY(desk.child<SpecNote>("specNote")->accessibleName().contains("evnts"));
        QCOMPARE(desk.child<SpecEditor>("specEditor")->textCursor().blockNumber(), 1);
        QVERIFY(MessageDifferencer::Equals(desk.draft.spec(), before));
        QVERIFY(desk.isReady());
    }

    void pastedInThePanelAWholeSpecReplacesTheTextAndAPartIsInserted()
    {
        Sheet sheet(m_theme);
        sheet.find("\"purchase\"");
        QGuiApplication::clipboard()->setText(trimmedSpec(trendOf("sign_up")));
        QTest::keyClick(&sheet.editor, Qt::Key_V, Qt::ControlModifier);
        QVERIFY(MessageDifferencer::Equals(sheet.draft.spec(), trendOf("sign_up")));
        sheet.find("\"sign_up\"");
        QGuiApplication::clipboard()->setText(", \"filters\": []");
        QTest::keyClick(&sheet.editor, Qt::Key_V, Qt::ControlModifier);
        QVERIFY(sheet.editor.text().contains("\"sign_up\", \"filters\": []"));
        QVERIFY(sheet.panel.isInStep());
    }

    void textThatIsNoSpecIsNotPasted()
    {
        Desk desk(m_theme);
        openDesk(desk);
        QGuiApplication::clipboard()->setText("SELECT 1");
        QTest::keyClick(&desk.window, Qt::Key_V, Qt::ControlModifier);
        QVERIFY(!desk.child<SpecPanel>("specPanel")->isVisible());
        QCOMPARE(desk.draft.undoStack().count(), 0);
        QVERIFY(desk.says("no query spec"));
    }

    void aFileInErrorOpensInThePanelAndStaysWhenTheProjectStarts()
    {
        QFile file(m_folder.filePath("bad.json"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"query\": {\"evnts\": []}}");
        file.close();
        Desk desk(m_theme);
        desk.addProject("shop");
        desk.window.openSpecFile(file.fileName());
        desk.connectNow();
        QTRY_VERIFY(desk.isReady());
        QTRY_COMPARE(desk.child<SpecEditor>("specEditor")->text(), QString("{\"query\": {\"evnts\": []}}"));
    }

    void fieldsTheFormDoesNotShowAreKept()
    {
        Desk desk(m_theme);
        openDesk(desk);
        QTest::keyClick(&desk.window, Qt::Key_J, Qt::ControlModifier);
        auto *editor = desk.child<SpecEditor>("specEditor");
        QVERIFY(editor->isVisible());
        auto spec = trendOf("purchase");
        spec.set_include_cookieless(true);
        spec.mutable_breakdown()->set_property("plan");
        spec.set_breakdown_limit(7);
        spec.set_visualization(insights::v1::VISUALIZATION_TABLE);
        editor->selectAll();
        editor->insertPlainText(trimmedSpec(spec));
        QVERIFY(MessageDifferencer::Equals(desk.draft.spec(), spec));

        // The form's own step on another field.
        auto *limit = desk.window.findChild<QSpinBox *>();
        QVERIFY(limit != nullptr);
        limit->stepUp();
        spec.set_breakdown_limit(8);
        QVERIFY(MessageDifferencer::Equals(desk.draft.spec(), spec));
        QVERIFY(editor->text().contains("\"includeCookieless\": true"));
        QVERIFY(editor->text().contains("VISUALIZATION_TABLE"));
    }

    void aNarrowWindowFoldsTheFormForTheSpec()
    {
        Desk desk(m_theme);
        openDesk(desk);
        auto *form = desk.child<QWidget>("builder");
        desk.window.resize(1000, 700);
        QVERIFY(form->isVisible());
        QTest::keyClick(&desk.window, Qt::Key_J, Qt::ControlModifier);
        QVERIFY(!form->isVisible());
        desk.child<QAbstractButton>("specClose")->click();
        QVERIFY(form->isVisible());
    }

    void aLongSpecIsReadInAPauseOfTyping()
    {
        Sheet sheet(m_theme);
        auto spec = trendOf("purchase");
        auto &filter = *spec.add_filters();
        filter.set_property("plan");
        filter.set_operator_(insights::v1::OPERATOR_IN);
        for (int i = 0; i < 20'000; ++i)
            filter.add_values("a plan of number " + std::to_string(i));
        sheet.draft.editSpec(spec, "Change filter");
        sheet.panel.grab();
        sheet.find("number 19999");
        QTest::keyClicks(&sheet.editor, "77777");
        QCOMPARE(sheet.draft.spec().filters(0).values(19'999), std::string("a plan of number 19999"));
        QTRY_COMPARE(sheet.draft.spec().filters(0).values(19'999), std::string("a plan of number 1999977777"));
        QVERIFY(sheet.panel.isInStep());
    }

    void thePanelIsRememberedAndGivesTheFocusBack()
    {
        {
            Desk desk(m_theme);
            openDesk(desk);
            QVERIFY(!desk.child<SpecPanel>("specPanel")->isVisible());
            QTest::keyClick(&desk.window, Qt::Key_J, Qt::ControlModifier);
            QVERIFY(desk.child<SpecEditor>("specEditor")->hasFocus());
            QVERIFY(desk.child<SpecPanel>("specPanel")->width() >= SpecPanel::leastWidth);
            desk.window.close();
        }
        Desk desk(m_theme);
        openDesk(desk);
        QVERIFY(desk.child<SpecPanel>("specPanel")->isVisible());
        desk.child<QAbstractButton>("specClose")->click();
        QVERIFY(!desk.child<SpecPanel>("specPanel")->isVisible());
        QVERIFY(!desk.child<SpecEditor>("specEditor")->hasFocus());
        desk.window.close();
    }

private:
    static void openDesk(Desk &desk)
    {
        desk.addProject("shop");
        desk.connectNow();
        QVERIFY(QTest::qWaitForWindowActive(&desk.window));
        QTRY_VERIFY(desk.isReady());
    }

    QTemporaryDir m_folder;
    Theme m_theme;
};

QTEST_MAIN(SpecPanelTest)
#include "spec_panel_test.moc"
