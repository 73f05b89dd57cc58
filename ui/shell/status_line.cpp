// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/status_line.h"

#include "ui/text/number_text.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLocale>

namespace {

constexpr int ruleHeight = 12;
constexpr int factGap = 10;
constexpr int eventInset = 12;
constexpr int markGap = 4;
constexpr int markSize = 14;

QString timeText(qint64 ms)
{
    if (ms < 1000)
        return withUnit(QString::number(ms), QStringLiteral("ms"));
    return withUnit(QLocale().toString(double(ms) / 1000.0, 'f', 1), QStringLiteral("s"));
}

QString clockText(const QDateTime &at)
{
    return at.toLocalTime().time().toString(QStringLiteral("HH:mm:ss"));
}

} // namespace

StatusMark::StatusMark(const Theme &theme, QWidget *parent)
    : QLabel(parent)
    , m_theme(theme)
{
    hide();
    connect(&theme, &Theme::changed, this, &StatusMark::draw);
}

void StatusMark::setMark(const QString &icon, Role role)
{
    m_icon = icon;
    m_role = role;
    setVisible(!icon.isEmpty());
    draw();
}

void StatusMark::draw()
{
    if (!m_icon.isEmpty())
        setPixmap(m_theme.pixmap(m_icon, m_role, devicePixelRatioF(), markSize));
}

StatusFact::StatusFact(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , mark(new StatusMark(theme, this))
    , words(new QLabel(this))
{
    auto *rule = new QFrame(this);
    rule->setProperty("rule", true);
    rule->setFixedSize(1, ruleHeight);
    words->setFont(theme.font(Type::Axis));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(factGap);
    row->addWidget(rule);
    auto *fact = new QHBoxLayout;
    fact->setSpacing(markGap);
    fact->addWidget(mark);
    fact->addWidget(words);
    row->addLayout(fact);
    row->addSpacing(factGap);
    hide();
}

void StatusFact::setText(const QString &text)
{
    words->setText(text);
    setVisible(!text.isEmpty());
}

StatusLine::StatusLine(const Theme &theme, QWidget *parent)
    : QStatusBar(parent)
    , m_theme(theme)
{
    setFixedHeight(24);
    setSizeGripEnabled(false);
    m_eventMark = new StatusMark(theme, this);
    m_eventMark->setObjectName(QStringLiteral("statusEventMark"));
    m_event = new QLabel(this);
    m_event->setObjectName(QStringLiteral("statusEvent"));
    auto *event = new QWidget(this);
    auto *row = new QHBoxLayout(event);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(markGap);
    row->addSpacing(eventInset);
    row->addWidget(m_eventMark);
    row->addWidget(m_event, 1);
    addWidget(event, 1);
    m_time = addFact(QStringLiteral("statusTime"), QStringLiteral("clock"));
    m_rows = addFact(QStringLiteral("statusRows"));
    m_engine = addFact(QStringLiteral("statusEngine"));
    m_zone = addFact(QStringLiteral("statusZone"), QStringLiteral("globe"));
    m_connection = addFact(QStringLiteral("statusConnection"));
    m_connection->mark->setObjectName(QStringLiteral("statusConnectionMark"));
}

// A line before each fact; both are there only while the fact is known.
StatusFact *StatusLine::addFact(const QString &name, const QString &icon)
{
    auto *fact = new StatusFact(m_theme, this);
    fact->words->setObjectName(name);
    fact->mark->setMark(icon, Role::Text2);
    addPermanentWidget(fact);
    return fact;
}

void StatusLine::showState(const QueryState &state)
{
    m_event->setFont(m_theme.font(Type::Axis));
    m_eventMark->setMark({}, Role::Text2);
    if (std::holds_alternative<Loading>(state)) {
        m_eventMark->setMark(QStringLiteral("busy"), Role::Text2);
        m_event->setText(tr("Asking"));
        m_rows->setText({});
    } else if (const auto *ready = std::get_if<Ready>(&state)) {
        const auto &info = ready->answer->frames->info;
        m_event->setText(tr("Answered at %1").arg(clockText(ready->answer->at)));
        m_time->setText(timeText(ready->answer->elapsedMs));
        m_rows->setText(tr("%1 rows read").arg(fullNumber(double(info.rows_read()))));
        m_engine->setText(QString::fromStdString(info.engine()));
    } else if (const auto *failed = std::get_if<Failed>(&state)) {
        m_eventMark->setMark(QStringLiteral("error"), Role::Bad);
        m_event->setText(tr("Failed at %1").arg(clockText(QDateTime::currentDateTime())));
        m_time->setText(timeText(failed->elapsedMs));
        m_rows->setText({});
    } else {
        m_event->clear();
        m_time->setText({});
        m_rows->setText({});
    }
}

void StatusLine::showBoard(const BoardStatus &status)
{
    m_event->setFont(m_theme.font(Type::Axis));
    m_eventMark->setMark({}, Role::Text2);
    m_event->setText(status.at.isValid() ? tr("Answered at %1").arg(clockText(status.at)) : QString());
    if (status.isAsking) {
        m_eventMark->setMark(QStringLiteral("busy"), Role::Text2);
        m_event->setText(tr("Asking"));
    } else if (status.failed > 0) {
        m_eventMark->setMark(QStringLiteral("error"), Role::Bad);
        m_event->setText(status.failed == 1 ? tr("1 tile failed") : tr("%1 tiles failed").arg(status.failed));
    }
    const QString tiles = status.tiles == 1 ? tr("1 tile") : tr("%1 tiles").arg(status.tiles);
    m_time->setText(status.isAsking || status.tiles == 0 ? QString()
                                                         : tr("%1 in %2").arg(tiles, timeText(status.elapsedMs)));
    m_rows->setText(status.rowsRead > 0 ? tr("%1 rows read").arg(fullNumber(double(status.rowsRead))) : QString());
    if (!status.engine.isEmpty())
        m_engine->setText(status.engine);
}

void StatusLine::showElapsed(qint64 ms)
{
    m_time->setText(timeText(ms));
}

void StatusLine::showZone(const QString &zone)
{
    m_zone->setText(zone);
}

void StatusLine::showService(const ServiceStatus &status)
{
    using State = ServiceStatus::State;
    switch (status.state) {
    case State::Ready: m_connection->mark->setMark(QStringLiteral("connected"), Role::Good); break;
    case State::Starting: m_connection->mark->setMark(QStringLiteral("connecting"), Role::Warn); break;
    case State::Failed: m_connection->mark->setMark(QStringLiteral("disconnected"), Role::Bad); break;
    }
    m_connection->setText(status.state == State::Starting     ? tr("%1 is starting").arg(status.name)
                              : status.state == State::Failed ? tr("%1 is not there").arg(status.name)
                                                              : status.name);
}

void StatusLine::say(const QString &sentence)
{
    m_eventMark->setMark({}, Role::Text2);
    m_event->setText(sentence);
}
