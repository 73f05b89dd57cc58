// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/builder_form.h"

#include "ui/builder/bucket_hint.h"
#include "ui/builder/completion_model.h"
#include "ui/builder/filter_hint.h"
#include "ui/builder/filter_terms.h"
#include "ui/builder/fuzzy.h"
#include "ui/builder/letter_badge.h"
#include "ui/builder/match_rows.h"
#include "ui/builder/violations_under.h"

#include <QAbstractItemModelTester>

using namespace insights::v1;

namespace {

const std::vector<Candidate> events{
    {"page_view", 1'900'000, {}, 0}, {"view_item", 500, {}, 0},       {"pageScrolled", 950, {}, 0},
    {"purchase", 48'000, {}, 0},     {"add_to_cart", 120'000, {}, 0}, {"overview", 9'000'000, {}, 0},
};

QStringList namesFor(const QString &typed)
{
    QStringList names;
    for (const Suggestion &suggestion : suggestions(events, typed, 100))
        names.append(suggestion.candidate.name);
    return names;
}

} // namespace

class BuilderTermsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsTypedInARowComesBeforeScatteredLetters_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("names");
        QTest::newRow("nothing typed: by count")
            << "" << QStringList{"overview", "page_view", "add_to_cart", "purchase", "pageScrolled", "view_item"};
        QTest::newRow("prefix, ties by count") << "page" << QStringList{"page_view", "pageScrolled"};
        QTest::newRow("prefix, then the start of a word, then within one, whatever the count")
            << "view" << QStringList{"view_item", "page_view", "overview"};
        QTest::newRow("starts of words, then anywhere") << "ac" << QStringList{"add_to_cart", "pageScrolled"};
        QTest::newRow("letters of words") << "pv" << QStringList{"page_view"};
        QTest::newRow("a capital starts a word") << "ps" << QStringList{"pageScrolled", "purchase"};
        QTest::newRow("parts of words") << "pavi" << QStringList{"page_view"};
        QTest::newRow("without regard to case") << "PAGESC" << QStringList{"pageScrolled"};
        QTest::newRow("a letter too many") << "pagezz" << QStringList{};
    }

    void whatIsTypedInARowComesBeforeScatteredLetters()
    {
        QFETCH(QString, typed);
        QFETCH(QStringList, names);
        QCOMPARE(namesFor(typed), names);
    }

    void theExactNameComesFirst()
    {
        const std::vector<Candidate> plans{{"promo", 900, {}, 0}, {"pro", 5, {}, 0}};
        QCOMPARE(suggestions(plans, "pro", 9).front().candidate.name, "pro");
    }

    void matchedLettersAreKnown()
    {
        QCOMPARE(fuzzyMatch("pv", "page_view"), (FuzzyMatch{MatchKind::Initials, {0, 5}}));
        QCOMPARE(fuzzyMatch("view", "page_view"), (FuzzyMatch{MatchKind::Word, {5, 6, 7, 8}}));
        QCOMPARE(fuzzyMatch("geo", "$geo.country"), (FuzzyMatch{MatchKind::Word, {1, 2, 3}}));
        QCOMPARE(fuzzyMatch("age", "page_view"), (FuzzyMatch{MatchKind::Contained, {1, 2, 3}}));
        QCOMPARE(fuzzyMatch("pgv", "page_view"), (FuzzyMatch{MatchKind::Subsequence, {0, 2, 5}}));
        QCOMPARE(fuzzyMatch("ret", "Result table"), (FuzzyMatch{MatchKind::Initials, {0, 1, 7}}));
        QCOMPARE(fuzzyMatch("ret", "secret return"), (FuzzyMatch{MatchKind::Word, {7, 8, 9}}));
        QCOMPARE(fuzzyMatch("page_view", "Page_View").value().kind, MatchKind::Exact);
        QVERIFY(!fuzzyMatch("x", "page_view"));
    }

    void groupsComeFirstOnlyWhileNothingIsTyped()
    {
        const std::vector<Candidate> properties{{"plan", 900, {}, 1}, {"price", 5, {}, 0}};
        QCOMPARE(suggestions(properties, "", 9).front().candidate.name, "price");
        QCOMPARE(suggestions(properties, "p", 9).front().candidate.name, "plan");
    }

    void aMisspellingHasANearestName()
    {
        QCOMPARE(nearestName("page_veiw", events), "page_view");
        QCOMPARE(nearestName("pageview", events), "page_view");
        QCOMPARE(nearestName("something else", events), QString());
        QCOMPARE(nearestName("x", {}), QString());
    }

    void theListOffersWhatWasTypedUnlessItIsThere()
    {
        CompletionModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows(suggestions(events, "pur", 9), "pur");
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.name(0), "purchase");
        QCOMPARE(model.name(1), "pur");
        QCOMPARE(model.index(0).data(CompletionModel::CountRole).toString(), "48k");
        model.setRows(suggestions(events, "purchase", 9), "purchase");
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.name(7), QString());
    }

    void lettersGoOnAfterZ()
    {
        QCOMPARE(eventLetter(0), "A");
        QCOMPARE(eventLetter(25), "Z");
        QCOMPARE(eventLetter(26), "AA");
        QCOMPARE(eventLetter(27), "AB");
    }

    void aChangedOperatorKeepsWhatItCan_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<QStringList>("values");
        QTest::addColumn<int>("to");
        QTest::addColumn<QStringList>("kept");
        QTest::newRow("list to one") << int(OPERATOR_IN) << QStringList{"a", "b"} << int(OPERATOR_EQUALS)
                                     << QStringList{"a"};
        QTest::newRow("one to list") << int(OPERATOR_CONTAINS) << QStringList{"a"} << int(OPERATOR_IN)
                                     << QStringList{"a"};
        QTest::newRow("list to list") << int(OPERATOR_IN) << QStringList{"a", "b"} << int(OPERATOR_NOT_IN)
                                      << QStringList{"a", "b"};
        QTest::newRow("text to number") << int(OPERATOR_EQUALS) << QStringList{"a"} << int(OPERATOR_GT)
                                        << QStringList{};
        QTest::newRow("number to range") << int(OPERATOR_GT) << QStringList{"5"} << int(OPERATOR_BETWEEN)
                                         << QStringList{"5"};
        QTest::newRow("numbers to range, in order")
            << int(OPERATOR_IN) << QStringList{"20", "x", "5", "7"} << int(OPERATOR_BETWEEN) << QStringList{"5", "20"};
        QTest::newRow("to none") << int(OPERATOR_EQUALS) << QStringList{"a"} << int(OPERATOR_IS_SET) << QStringList{};
    }

    void aChangedOperatorKeepsWhatItCan()
    {
        QFETCH(int, from);
        QFETCH(QStringList, values);
        QFETCH(int, to);
        QFETCH(QStringList, kept);
        PropertyFilter filter;
        filter.set_property("p");
        filter.set_operator_(Operator(from));
        const PropertyFilter changed = withOperator(withValues(filter, values), Operator(to));
        QCOMPARE(changed.operator_(), Operator(to));
        QCOMPARE(valuesOf(changed), kept);
    }

    void whatIsMissingIsNoMistake()
    {
        const auto hintOf = [](const PropertyFilter &filter) { return filterHint(filter, problemsOf(filter)); };
        QVERIFY(!hintOf(filterOf("plan", OPERATOR_EQUALS, {})).isMistake);
        QVERIFY(!hintOf(filterOf("plan", OPERATOR_EQUALS, {})).text.isEmpty());
        QVERIFY(hintOf(filterOf("plan", OPERATOR_EQUALS, {"pro"})).text.isEmpty());
        QVERIFY(hintOf(filterOf("plan", OPERATOR_IS_SET, {})).text.isEmpty());
        QVERIFY(hintOf(filterOf("amount", OPERATOR_GT, {"abc"})).isMistake);
        QVERIFY(hintOf(filterOf("amount", OPERATOR_BETWEEN, {"9", "2"})).isMistake);
        QVERIFY(!hintOf(filterOf("amount", OPERATOR_BETWEEN, {"9", ""})).isMistake);
    }

    void violationsAreFoundByTheirPath()
    {
        const Violations all{
            {"query.breakdownLimit", "a"}, {"query.breakdown.property", "b"}, {"query.filters[1].value", "c"}};
        QCOMPARE(violationsUnder(all, "query.breakdown"), (Violations{{"property", "b"}}));
        QCOMPARE(violationsUnder(all, "query.breakdownLimit"), (Violations{{"", "a"}}));
        QCOMPARE(violationsUnder(all, "query.filters"), (Violations{{"[1].value", "c"}}));
        QCOMPARE(violationsUnder(all, "query.filters[1]"), (Violations{{"value", "c"}}));
    }

    void rowsStayWithWhatTheyShow()
    {
        const auto match = [](const QStringList &shown, const QStringList &wanted) {
            return matchRows(std::vector<QString>(shown.begin(), shown.end()),
                             std::vector<QString>(wanted.begin(), wanted.end()), std::equal_to<QString>());
        };
        QCOMPARE(match({"a", "b", "c"}, {"b", "c"}), (std::vector{1, 2}));
        QCOMPARE(match({"a", "b"}, {"b", "a"}), (std::vector{1, 0}));
        QCOMPARE(match({"a", "b"}, {"a", "x"}), (std::vector{0, 1}));
        QCOMPARE(match({"a"}, {"a", "a"}), (std::vector{0, -1}));
        QCOMPARE(match({}, {"a"}), (std::vector{-1}));
    }

    void pointsAreCountedInTheZone()
    {
        const ProjectTime newYork{"America/New_York", WeekStart::Sunday, {}, {}};
        QuerySpec spec = trendOf("page_view");
        *spec.mutable_time_range() = rangeOf("2026-03-08T05:00:00Z", "2026-03-09T04:00:00Z"); // a day of 23 hours
        QCOMPARE(bucketHint(spec, newYork), "Day gives 1 points; hours would give 23.");
        *spec.mutable_time_range() = rangeOf("1990-01-01", "2026-01-01");
        QVERIFY(bucketHint(spec, newYork).contains("more than 20,000"));
        spec.clear_time_range();
        QCOMPARE(bucketHint(spec, newYork), QString());
    }
};

QTEST_MAIN(BuilderTermsTest)
#include "builder_terms_test.moc"
