// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/query/documented_specs.h"
#include "tests/ui/builder_form.h"

#include "query/spec_json.h"

#include <QComboBox>
#include <QLineEdit>

// The examples of the API document, asked by hand: what the form gives is what the document shows, to the byte.
class BuilderDocumentedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp, SchemeChoice::Light); }

    void dailyActiveUsers()
    {
        BuilderForm form;
        begin(form, "page_view");
        chooseMeasure(form, 1);
        compare(form, documented::dailyActiveUsers);
    }

    void aBreakdownAndAFilter()
    {
        BuilderForm form;
        begin(form, "page_view");
        chooseMeasure(form, 1);
        breakDownByCountry(form);
        form.click("addFilter");
        form.type("plan");
        form.press(Qt::Key_Return);
        form.type("pro");
        form.press(Qt::Key_Return);
        compare(form, documented::structure);
    }

    void revenueByCountry()
    {
        BuilderForm form;
        begin(form, "purchase");
        chooseMeasure(form, 2);
        form.type("revenue");
        form.press(Qt::Key_Return);
        breakDownByCountry(form);
        compare(form, documented::revenueByCountry);
    }

    void signupFunnel()
    {
        BuilderForm form;
        begin(form, "signup_started");
        form.click("kindFunnel");
        for (const char *step : {"signup_completed", "purchase"}) {
            form.click("addEvent");
            form.type(step);
            form.press(Qt::Key_Return);
        }
        form.find<QWidget>("windowNumber")->setFocus();
        form.press(Qt::Key_A, Qt::ControlModifier);
        form.type("7"); // days
        form.press(Qt::Key_Return);
        compare(form, documented::signupFunnel);
    }

    void retention()
    {
        BuilderForm form;
        begin(form, "signup_completed", "2026-01-01");
        form.click("kindRetention");
        QTest::mouseClick(form.find<QWidget>("eventName", 1), Qt::LeftButton);
        form.type("page_view");
        form.press(Qt::Key_Return);
        compare(form, documented::retention);
    }

private:
    // An empty form in a project of UTC, an event, and the days to the end of May 2026.
    static void begin(BuilderForm &form, const QString &event, const QString &firstDay = "2026-05-01")
    {
        form.draft.setPlace({});
        form.show({});
        QTest::mouseClick(form.find<QWidget>("eventName"), Qt::LeftButton);
        form.type(event);
        form.press(Qt::Key_Return);

        form.click("timeRange");
        type(form, "rangeStart", firstDay);
        type(form, "rangeEnd", "2026-05-31"); // the last day
    }

    static void type(BuilderForm &form, const QString &field, const QString &text)
    {
        auto *edge = form.find<QLineEdit>(field);
        QVERIFY(edge);
        edge->setFocus();
        edge->selectAll();
        form.type(text);
        form.press(Qt::Key_Return);
    }

    static void chooseMeasure(BuilderForm &form, int steps)
    {
        form.find<QComboBox>("measure")->setFocus();
        for (int i = 0; i < steps; ++i)
            form.press(Qt::Key_Down);
    }

    static void breakDownByCountry(BuilderForm &form)
    {
        QTest::mouseClick(form.find<QWidget>("breakdownProperty"), Qt::LeftButton);
        form.type("country");
        form.press(Qt::Key_Return);
    }

    static void compare(const BuilderForm &form, const char *document)
    {
        const auto read = readSpecJson(document, Calendar::of("UTC", WeekStart::Sunday).value());
        QCOMPARE(QString::fromStdString(specJson(form.spec())),
                 QString::fromStdString(specJson(std::get<insights::v1::QuerySpec>(read))));
    }

    Theme m_theme;
};

QTEST_MAIN(BuilderDocumentedTest)
#include "builder_documented_test.moc"
