// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spec/spec_place.h"

#include <algorithm>

#include <insights/v1/insights.pb.h>

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using insights::v1::QuerySpec;

namespace {

// An object or a list that is open at the caret.
struct Level
{
    bool isList = false;
    const Descriptor *type = nullptr; // of the object, or of the list's objects; none when the contract has none there
    const FieldDescriptor *field = nullptr; // whose value this is
    bool isRoot = false; // {"query": ...} or the spec itself
    std::vector<QString> names = {}; // seen so far, without the one under way
    const FieldDescriptor *current = nullptr; // whose value comes next
    bool isAfterColon = false;
};

const Descriptor *objectType(const FieldDescriptor *field)
{
    const Descriptor *type = field != nullptr ? field->message_type() : nullptr;
    return type != nullptr && type->file() == QuerySpec::descriptor()->file() ? type : nullptr;
}

const FieldDescriptor *fieldNamed(const Level &level, const QString &name)
{
    const std::string utf8 = name.toStdString();
    if (level.isRoot && name == u"query")
        return insights::v1::QueryRequest::descriptor()->FindFieldByName(utf8);
    if (level.type == nullptr)
        return nullptr;
    const FieldDescriptor *field = level.type->FindFieldByCamelcaseName(utf8);
    return field != nullptr ? field : level.type->FindFieldByName(utf8);
}

class PlaceReader
{
public:
    PlaceReader(QStringView text, qsizetype caret)
        : m_text(text)
        , m_caret(std::clamp<qsizetype>(caret, 0, text.size()))
    {
    }

    SpecPlace read()
    {
        qsizetype at = 0;
        qsizetype token = m_caret; // where the word at the caret begins
        while (at < m_caret) {
            const qsizetype end = endOfToken(at);
            if (end >= m_caret && isWord(at) && (m_text[at] != u'"' || end > m_caret || !isClosed(at, end)))
                token = at;
            else
                take(at, std::min(end, m_caret));
            at = end;
        }
        return placeOf(token);
    }

private:
    bool isWord(qsizetype at) const { return m_text[at] == u'"' || isPlain(m_text[at]); }
    static bool isPlain(QChar c) { return c.isLetterOrNumber() || c == u'_'; }
    bool isClosed(qsizetype at, qsizetype end) const { return end - at > 1 && m_text[end - 1] == u'"'; }

    // A text ends with its line at the latest, closed or not.
    qsizetype endOfToken(qsizetype at) const
    {
        qsizetype end = at + 1;
        if (m_text[at] == u'"') {
            while (end < m_text.size() && m_text[end] != u'"' && m_text[end] != u'\n')
                end += m_text[end] == u'\\' ? 2 : 1;
            return end < m_text.size() && m_text[end] == u'"' ? end + 1 : std::min(end, m_text.size());
        }
        while (isPlain(m_text[at]) && end < m_text.size() && isPlain(m_text[end]))
            ++end;
        return end;
    }

    void take(qsizetype at, qsizetype end)
    {
        const QChar c = m_text[at];
        if (c == u'{' || c == u'[')
            return open(c == u'[');
        if (m_levels.empty())
            return;
        Level &level = m_levels.back();
        if (c == u'}' || c == u']') {
            m_levels.pop_back();
        } else if (c == u':') {
            level.isAfterColon = true;
        } else if (c == u',') {
            level.isAfterColon = false;
            level.current = nullptr;
        } else if (c == u'"' && !level.isList && !level.isAfterColon) {
            level.names.push_back(m_text.mid(at + 1, end - at - 2).toString());
            level.current = fieldNamed(level, level.names.back());
        }
    }

    void open(bool isList)
    {
        if (m_levels.empty()) {
            m_levels.push_back({isList, isList ? nullptr : QuerySpec::descriptor(), nullptr, !isList});
            return;
        }
        const Level &outer = m_levels.back();
        const FieldDescriptor *field = outer.isList ? outer.field : outer.current;
        const bool fits = outer.isList ? !isList : field != nullptr && field->is_repeated() == isList;
        m_levels.push_back({isList, fits ? objectType(field) : nullptr, fits ? field : nullptr});
    }

    SpecPlace placeOf(qsizetype token) const
    {
        SpecPlace place;
        place.from = token;
        place.to = token < m_caret ? endOfToken(token) : m_caret;
        const bool isQuoted = token < m_caret && m_text[token] == u'"';
        place.typed = m_text.mid(token + (isQuoted ? 1 : 0), m_caret - token - (isQuoted ? 1 : 0)).toString();
        if (m_levels.empty())
            return place;
        const Level &level = m_levels.back();
        place.isName = !level.isList && !level.isAfterColon;
        if (place.isName)
            offerNames(level, place);
        else
            offerValues(level.isList ? level.field : level.current, place);
        return place;
    }

    static void offerNames(const Level &level, SpecPlace &place)
    {
        const bool isWrapped = std::find(level.names.begin(), level.names.end(), u"query") != level.names.end();
        if (level.isRoot && level.names.empty())
            place.offers.push_back(QStringLiteral("query"));
        if (level.type == nullptr || (level.isRoot && isWrapped))
            return;
        for (int i = 0; i < level.type->field_count(); ++i) {
            const QString name = QString::fromStdString(level.type->field(i)->json_name());
            const QString snake = QString::fromStdString(level.type->field(i)->name());
            const bool isThere = std::any_of(level.names.begin(), level.names.end(),
                                             [&](const QString &seen) { return seen == name || seen == snake; });
            if (!isThere)
                place.offers.push_back(name);
        }
    }

    static void offerValues(const FieldDescriptor *field, SpecPlace &place)
    {
        if (field == nullptr)
            return;
        const bool isOfEvent = field->containing_type() == insights::v1::EventSelector::descriptor();
        if (field->cpp_type() == FieldDescriptor::CPPTYPE_STRING && isOfEvent)
            place.project = SpecPlace::Project::Event;
        else if (field->name() == "property" || field->name() == "aggregation_property")
            place.project = SpecPlace::Project::Property;
        if (field->cpp_type() == FieldDescriptor::CPPTYPE_BOOL) {
            place.isQuoted = false;
            place.offers = {QStringLiteral("true"), QStringLiteral("false")};
        } else if (field->cpp_type() == FieldDescriptor::CPPTYPE_ENUM) {
            for (int i = 1; i < field->enum_type()->value_count(); ++i) // 0 is ..._UNSPECIFIED
                place.offers.push_back(QString::fromStdString(field->enum_type()->value(i)->name()));
        }
    }

    QStringView m_text;
    qsizetype m_caret;
    std::vector<Level> m_levels;
};

} // namespace

SpecPlace specPlaceAt(QStringView text, qsizetype caret)
{
    return PlaceReader(text, caret).read();
}
