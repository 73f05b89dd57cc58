// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/spec_fields.h"

#include <memory>
#include <set>

#include <absl/strings/ascii.h>
#include <absl/strings/str_join.h>
#include <google/protobuf/duration.pb.h>
#include <google/protobuf/message.h>
#include <google/protobuf/timestamp.pb.h>
#include <google/protobuf/util/json_util.h>

#include "query/nearest.h"
#include "query/shortened.h"

using google::protobuf::Descriptor;
using google::protobuf::EnumDescriptor;
using google::protobuf::FieldDescriptor;

namespace {

constexpr std::size_t mostErrors = 100;

bool isTime(const FieldDescriptor &field)
{
    return field.message_type() == google::protobuf::Timestamp::descriptor();
}

bool isDuration(const FieldDescriptor &field)
{
    return field.message_type() == google::protobuf::Duration::descriptor();
}

bool isObject(const FieldDescriptor &field)
{
    return field.message_type() != nullptr && !isTime(field) && !isDuration(field);
}

// Whether protobuf reads this JSON text as a value of the field.
bool isReadable(const FieldDescriptor &field, std::string_view json)
{
    const auto *prototype
        = google::protobuf::MessageFactory::generated_factory()->GetPrototype(field.containing_type());
    const std::unique_ptr<google::protobuf::Message> message(prototype->New());
    const std::string value = field.is_repeated() ? "[" + std::string(json) + "]" : std::string(json);
    return google::protobuf::util::JsonStringToMessage("{\"" + field.name() + "\":" + value + "}", message.get()).ok();
}

std::string sought(const FieldDescriptor &field)
{
    if (isTime(field))
        return R"(must be a time, as in "2026-05-01T00:00:00Z")";
    if (isDuration(field))
        return R"(must be a number of seconds, as in "604800s" for 7 days)";
    switch (field.cpp_type()) {
    case FieldDescriptor::CPPTYPE_MESSAGE: return "must be an object in { }";
    case FieldDescriptor::CPPTYPE_STRING: return "must be text in double quotes";
    case FieldDescriptor::CPPTYPE_ENUM: return "must be a name, as in \"" + field.enum_type()->value(1)->name() + "\"";
    case FieldDescriptor::CPPTYPE_BOOL: return "must be true or false";
    case FieldDescriptor::CPPTYPE_DOUBLE: return "must be a number";
    default: return "must be a whole number";
    }
}

std::string got(const JsonNode &node, std::string_view json)
{
    switch (node.kind) {
    case JsonNode::Kind::Object: return ", got an object";
    case JsonNode::Kind::List: return ", got a list";
    case JsonNode::Kind::String: return ", got \"" + shortened(node.string) + "\"";
    default: return ", got " + shortened(json);
    }
}

struct UnknownName
{
    std::string description;
    std::string instead; // the name that is near; empty when none is
};

// "DAYS" and "GRANULARITY_DAYS" are both near GRANULARITY_DAY.
UnknownName unknownName(const EnumDescriptor &type, const std::string &name)
{
    const std::string first = type.value(0)->name(); // ..._UNSPECIFIED
    const std::string prefix = first.substr(0, first.rfind('_') + 1);
    std::vector<std::string> names;
    for (int i = 1; i < type.value_count(); ++i)
        names.push_back(type.value(i)->name().substr(prefix.size()));
    const std::string own
        = absl::AsciiStrToUpper(name).starts_with(prefix) ? name.substr(prefix.size()) : std::string(name);
    const std::string near = nearest(own, names);
    if (!near.empty() && editDistance(own, near) < own.size())
        return {"is not known; did you mean \"" + prefix + near + "\"?", prefix + near};
    return {"is not known; there is " + prefix + absl::StrJoin(names, ", " + prefix) + ".", {}};
}

class FieldsReader
{
public:
    FieldsReader(std::string_view text, const Calendar &calendar)
        : m_text(text)
        , m_calendar(calendar)
    {
    }

    void readObject(const JsonNode &node, const Descriptor &type, const std::string &path,
                    const std::vector<std::string> &more)
    {
        std::set<const FieldDescriptor *> seen;
        for (const JsonNode &child : node.children) {
            if (m_read.errors.size() >= mostErrors)
                return;
            const FieldDescriptor *field = fieldOf(type, child.name);
            const std::string childPath
                = path + (path.empty() ? "" : ".") + (field ? field->json_name() : shortened(child.name));
            if (field == nullptr)
                sayNoField(child, childPath, namesOf(type, more));
            else if (!seen.insert(field).second)
                sayAtName(child, childPath, "is given twice: keep one of them");
            else
                readField(child, *field, childPath);
        }
    }

    FieldsRead take() { return std::move(m_read); }

private:
    static const FieldDescriptor *fieldOf(const Descriptor &type, const std::string &name)
    {
        const FieldDescriptor *field = type.FindFieldByCamelcaseName(name);
        return field != nullptr ? field : type.FindFieldByName(name);
    }

    static std::vector<std::string> namesOf(const Descriptor &type, std::vector<std::string> names)
    {
        for (int i = 0; i < type.field_count(); ++i)
            names.push_back(type.field(i)->json_name());
        return names;
    }

    void readField(const JsonNode &node, const FieldDescriptor &field, const std::string &path)
    {
        if (node.kind == JsonNode::Kind::Null)
            return; // as if it were not there
        if (!field.is_repeated())
            return readValue(node, field, path);
        if (node.kind != JsonNode::Kind::List)
            return say(node, path, "must be a list in [ ]" + got(node, json(node)));
        for (std::size_t i = 0; i < node.children.size() && m_read.errors.size() < mostErrors; ++i)
            readValue(node.children[i], field, path + "[" + std::to_string(i) + "]");
    }

    void readValue(const JsonNode &node, const FieldDescriptor &field, const std::string &path)
    {
        const bool isText = node.kind == JsonNode::Kind::String;
        if (isObject(field) && node.kind == JsonNode::Kind::Object)
            return readObject(node, *field.message_type(), path, {});
        if (isText && isTime(field))
            return readTime(node, field, path);
        if (isText && field.cpp_type() == FieldDescriptor::CPPTYPE_STRING)
            return;
        if (node.kind == JsonNode::Kind::Number && field.cpp_type() == FieldDescriptor::CPPTYPE_DOUBLE)
            return; // an answer has many: not one by one through protobuf
        if (!isObject(field) && node.kind != JsonNode::Kind::Null && isReadable(field, json(node)))
            return;
        if (isText && field.cpp_type() == FieldDescriptor::CPPTYPE_ENUM) {
            UnknownName unknown = unknownName(*field.enum_type(), node.string);
            say(node, path, std::move(unknown.description));
            m_read.errors.back().instead = std::move(unknown.instead);
        } else {
            say(node, path, sought(field) + got(node, json(node)));
        }
    }

    // "boundaries use project timezone": protobuf itself refuses a time without an offset.
    void readTime(const JsonNode &node, const FieldDescriptor &field, const std::string &path)
    {
        if (isReadable(field, json(node)))
            return;
        const auto time = m_calendar.parseTime(node.string);
        const std::string placed = time ? "\"" + Calendar::isoTime(*time) + "\"" : std::string();
        if (time && isReadable(field, placed))
            m_read.times.push_back({node.offset, node.length, placed});
        else
            say(node, path, sought(field) + got(node, json(node)));
    }

    std::string_view json(const JsonNode &node) const { return m_text.substr(node.offset, node.length); }

    void say(const JsonNode &node, const std::string &path, std::string description)
    {
        m_read.errors.push_back({path, std::move(description), placeIn(m_text, node.offset, node.length)});
    }

    void sayAtName(const JsonNode &node, const std::string &path, std::string description)
    {
        m_read.errors.push_back({path, std::move(description), placeIn(m_text, node.nameOffset, node.nameLength)});
    }

    void sayNoField(const JsonNode &node, const std::string &path, const std::vector<std::string> &names)
    {
        sayAtName(node, path, "no such field" + didYouMean(node.name, names));
        m_read.errors.back().instead = nearest(node.name, names);
    }

    std::string_view m_text;
    const Calendar &m_calendar;
    FieldsRead m_read;
};

} // namespace

FieldsRead readFields(std::string_view text, const JsonNode &object, const Descriptor &type, const std::string &path,
                      const Calendar &calendar, const std::vector<std::string> &more)
{
    FieldsReader reader(text, calendar);
    reader.readObject(object, type, path, more);
    return reader.take();
}
