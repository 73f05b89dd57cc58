// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/status_line.h"

#include "ui/text/number_text.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>

namespace {

constexpr int ruleHeight = 12;
constexpr int factGap = 10;

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

StatusFact::StatusFact(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , words(new QLabel(this))
{
    auto *rule = new QFrame(this);
    rule->setProperty("rule", true);
    rule->setFixedSize(1, ruleHeight);
    words->setFont(theme.font(Type::Axis));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, factGap, 0);
    row->setSpacing(factGap);
    row->addWidget(rule);
    row->addWidget(words);
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
    m_event = new QLabel(this);
    m_event->setObjectName(QStringLiteral("statusEvent"));
    m_event->setContentsMargins(12, 0, 0, 0);
    addWidget(m_event, 1);
    m_time = addFact(QStringLiteral("statusTime"));
    m_rows = addFact(QStringLiteral("statusRows"));
    m_engine = addFact(QStringLiteral("statusEngine"));
    m_zone = addFact(QStringLiteral("statusZone"));
    m_connection = addFact(QStringLiteral("statusConnection"));
    m_dot = new QLabel(QStringLiteral("●"));
    m_dot->setObjectName(QStringLiteral("statusDot"));
    m_dot->setFont(theme.font(Type::Axis));
    m_connection->layout()->removeWidget(m_connection->words);
    m_connection->layout()->addWidget(m_dot);
    m_connection->layout()->addWidget(m_connection->words);
}

// A line before each fact; both are there only while the fact is known.
StatusFact *StatusLine::addFact(const QString &name)
{
    auto *fact = new StatusFact(m_theme, this);
    fact->words->setObjectName(name);
    addPermanentWidget(fact);
    return fact;
}

void StatusLine::showState(const QueryState &state)
{
    m_event->setFont(m_theme.font(Type::Axis));
    if (std::holds_alternative<Loading>(state)) {
        m_event->setText(tr("Asking"));
        m_rows->setText({});
    } else if (const auto *ready = std::get_if<Ready>(&state)) {
        const auto &info = ready->answer->frames->info;
        m_event->setText(tr("Answered at %1").arg(clockText(ready->answer->at)));
        m_time->setText(timeText(ready->answer->elapsedMs));
        m_rows->setText(tr("%1 rows read").arg(fullNumber(double(info.rows_read()))));
        m_engine->setText(QString::fromStdString(info.engine()));
    } else if (const auto *failed = std::get_if<Failed>(&state)) {
        m_event->setText(tr("Failed at %1").arg(clockText(QDateTime::currentDateTime())));
        m_time->setText(timeText(failed->elapsedMs));
        m_rows->setText({});
    } else {
        m_event->clear();
        m_time->setText({});
        m_rows->setText({});
    }
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
    const Role role = status.state == State::Ready ? Role::Good
        : status.state == State::Failed            ? Role::Bad
                                                   : Role::Warn;
    m_dot->setStyleSheet(QStringLiteral("color: %1").arg(m_theme.color(role).name()));
    m_connection->setText(status.state == State::Starting     ? tr("%1 is starting").arg(status.name)
                              : status.state == State::Failed ? tr("%1 is not there").arg(status.name)
                                                              : status.name);
}

void StatusLine::say(const QString &sentence)
{
    m_event->setText(sentence);
}
