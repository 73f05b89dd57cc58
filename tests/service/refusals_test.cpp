// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <google/rpc/error_details.pb.h>
#include <google/rpc/status.pb.h>

#include "tests/service/served_api.h"

#include <QSharedPointer>
#include <QTest>

using namespace insights::v1;

namespace {

google::rpc::BadRequest badRequestOf(const grpc::Status &status)
{
    google::rpc::Status details;
    google::rpc::BadRequest badRequest;
    if (details.ParseFromString(status.error_details()) && details.details_size() > 0)
        details.details(0).UnpackTo(&badRequest);
    return badRequest;
}

} // namespace

// What a caller is told, on the wire, of a question that is not answered.
class RefusalsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_api = std::make_unique<ServedApi>(); }

    void cleanup() { m_api.reset(); }

    void whatCannotBeAskedIsRefused_data()
    {
        QTest::addColumn<QuerySpec>("spec");
        QTest::addColumn<QString>("project");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("field"); // of the BadRequest details
        const auto row = [](const char *name, const QuerySpec &spec, const char *project, grpc::StatusCode code,
                            const char *field) { QTest::addRow("%s", name) << spec << project << int(code) << field; };
        QuerySpec tooManyCells = questionOf(VISUALIZATION_RETENTION);
        tooManyCells.mutable_time_range()->mutable_end()->set_seconds(1'977'593'600); // 2,000 days and some
        QuerySpec tooMany = trend();
        tooMany.set_granularity(GRANULARITY_HOUR);
        tooMany.mutable_time_range()->mutable_end()->set_seconds(20'000'000'000);
        row("no project named", trend(), "", grpc::StatusCode::INVALID_ARGUMENT, "x-project-id");
        row("unknown project", trend(), "nobody", grpc::StatusCode::NOT_FOUND, "");
        row("no question", {}, "shop", grpc::StatusCode::INVALID_ARGUMENT, "query.events");
        row("too many points", tooMany, "shop", grpc::StatusCode::INVALID_ARGUMENT, "query.timeRange");
        row("too many cells", tooManyCells, "shop", grpc::StatusCode::INVALID_ARGUMENT, "query.timeRange");
    }

    void whatCannotBeAskedIsRefused()
    {
        QFETCH(const QuerySpec, spec);
        QFETCH(const QString, project);
        QFETCH(const int, code);
        QFETCH(const QString, field);
        QueryResponse response;
        const grpc::Status status = m_api->ask(spec, response, project.toStdString());
        QCOMPARE(int(status.error_code()), code);
        const google::rpc::BadRequest badRequest = badRequestOf(status);
        QCOMPARE(badRequest.field_violations_size() > 0, !field.isEmpty());
        if (!field.isEmpty())
            QCOMPARE(QString::fromStdString(badRequest.field_violations(0).field()), field);
    }

    void everyViolationIsTold()
    {
        QuerySpec spec = trend();
        spec.mutable_events(0)->clear_name();
        spec.clear_granularity();
        spec.set_aggregation(AGGREGATION_SUM);
        spec.add_filters()->set_property("plan");
        QueryResponse response;
        const grpc::Status status = m_api->ask(spec, response);
        const google::rpc::BadRequest details = badRequestOf(status);
        QStringList fields;
        for (const auto &violation : details.field_violations()) {
            fields << QString::fromStdString(violation.field());
            const std::string sentence = violation.field() + ": " + violation.description();
            QVERIFY2(status.error_message().find(sentence) != std::string::npos, status.error_message().c_str());
        }
        QCOMPARE(fields,
                 (QStringList{"query.events[0].name", "query.granularity", "query.aggregationProperty",
                              "query.filters[0].operator"}));
    }

    // gRPC refuses trailing metadata over 8 kB.
    void whatIsWrongIsToldHoweverMuchItIs_data()
    {
        QTest::addColumn<QSharedPointer<QuerySpec>>("spec");
        QTest::addColumn<int>("violations");
        const auto row = [](const char *name, int filters, const std::string &value) {
            auto spec = QSharedPointer<QuerySpec>::create(trend());
            for (int i = 0; i < filters; ++i) {
                PropertyFilter &filter = *spec->add_filters();
                filter.set_property("price");
                filter.set_operator_(OPERATOR_GT);
                filter.set_value(value);
            }
            QTest::addRow("%s", name) << spec << filters;
        };
        row("3,000 filters", 3000, "abc");
        row("text that is longer on the wire", 100, "ключ ключ ключ ключ ключ ключ ключ");
        row("one long value", 1, std::string(100'000, 'x'));
    }

    void whatIsWrongIsToldHoweverMuchItIs()
    {
        QFETCH(const QSharedPointer<QuerySpec>, spec);
        QFETCH(const int, violations);
        QueryResponse response;
        const grpc::Status status = m_api->ask(*spec, response);
        QVERIFY2(status.error_code() == grpc::StatusCode::INVALID_ARGUMENT, status.error_message().c_str());
        const auto details = badRequestOf(status);
        QVERIFY(details.field_violations_size() > 0);
        QCOMPARE(details.field_violations(0).field(), std::string("query.filters[0].value"));
        QVERIFY2(QString::fromStdString(status.error_message())
                     .startsWith(u"query.filters[0].value: OPERATOR_GT needs a number, got "),
                 status.error_message().c_str());
        const int more = violations - details.field_violations_size();
        QCOMPARE(QString::fromStdString(status.error_message()).endsWith(QStringLiteral("; and %1 more").arg(more)),
                 more > 0);
        QVERIFY(status.error_message().size() + (status.error_details().size() * 4 + 2) / 3 < 7800);
    }

    void aLongNameDoesNotHideThatItIsUnknown()
    {
        QueryResponse response;
        const grpc::Status status = m_api->ask(trend(), response, std::string(6000, '%'));
        QVERIFY2(status.error_code() == grpc::StatusCode::NOT_FOUND, status.error_message().c_str());
        QVERIFY(status.error_message().starts_with("There is no project \"%%%"));
    }

    void whatTheEngineSaysOfItsInsidesIsNotTold()
    {
        m_api->engine.answer
            = [](const Caller &) -> EngineRows { throw std::runtime_error("Code: 60. SELECT secret FROM /some/path"); };
        QueryResponse response;
        const grpc::Status status = m_api->ask(trend(), response);
        QCOMPARE(int(status.error_code()), int(grpc::StatusCode::INTERNAL));
        QVERIFY(status.error_message().find("SELECT") == std::string::npos);
        QVERIFY(status.error_message().find("/some") == std::string::npos);
    }

    void aQueryOverItsBoundsIsToldSo()
    {
        m_api->engine.answer = [](const Caller &) -> EngineRows { throw QueryTooLarge("it took too long"); };
        QueryResponse response;
        QCOMPARE(int(m_api->ask(trend(), response).error_code()), int(grpc::StatusCode::RESOURCE_EXHAUSTED));
    }

    void pointsThatRepeatLongNamesAreRefusedBeforeTheyAreMade_data()
    {
        QTest::addColumn<ResultForm>("form");
        QTest::addColumn<int>("nameBytes");
        QTest::addColumn<bool>("isAnswered");
        QTest::addRow("points") << RESULT_FORM_POINTS << 200'000 << false;
        QTest::addRow("points with a short name") << RESULT_FORM_POINTS << 20 << true;
        QTest::addRow("columns") << RESULT_FORM_COLUMNS << 200'000 << true;
    }

    void pointsThatRepeatLongNamesAreRefusedBeforeTheyAreMade()
    {
        QFETCH(const ResultForm, form);
        QFETCH(const int, nameBytes);
        QFETCH(const bool, isAnswered);
        QuerySpec spec = trend();
        spec.set_granularity(GRANULARITY_HOUR);
        spec.mutable_time_range()->mutable_end()->set_seconds(1'777'593'600 + 60 * 86'400); // 1,440 points
        spec.mutable_breakdown()->set_property("url");
        std::string row(4 + 8, '\0'); // bucket, value
        row += std::string("\1\0\0\0", 4); // place
        for (int rest = nameBytes; rest > 0; rest >>= 7)
            row += static_cast<char>((rest & 0x7F) | (rest > 0x7F ? 0x80 : 0));
        row += std::string(nameBytes, 'x') + std::string("\1\0\0\0\0\0\0\0", 8); // groups
        m_api->engine.answer = [&](const Caller &) { return rowsOf(row); };
        QueryResponse response;
        const grpc::Status status = m_api->ask(spec, response, "shop", form);
        QVERIFY2(status.ok() == isAnswered, status.error_message().c_str());
        if (isAnswered)
            return;
        QCOMPARE(int(status.error_code()), int(grpc::StatusCode::RESOURCE_EXHAUSTED));
        QVERIFY(status.error_message().find("RESULT_FORM_COLUMNS") != std::string::npos);
        QVERIFY(status.error_message().find("Ask for a shorter range or fewer groups.") != std::string::npos);
    }

private:
    std::unique_ptr<ServedApi> m_api;
};

QTEST_GUILESS_MAIN(RefusalsTest)
#include "refusals_test.moc"
