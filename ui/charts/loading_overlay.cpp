// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/loading_overlay.h"

#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include <cmath>

namespace {

constexpr int tickMs = 33;
constexpr int lineHeight = 2;
constexpr double sweepMs = 1600; // for the line to cross once, while progress is not known
constexpr double sweepShare = 0.3; // of the width

} // namespace

LoadingOverlay::LoadingOverlay(const Theme &theme, QWidget *parent)
    : Overlay(parent)
    , m_theme(theme)
    , m_card(new QFrame(this))
    , m_time(new QLabel(m_card))
    , m_detail(new QLabel(m_card))
    , m_cancel(new QPushButton(tr("Cancel"), m_card))
{
    setObjectName(QStringLiteral("loading"));
    setAccessibleName(tr("Asking"));
    m_card->setProperty("plate", "raised");
    m_card->setMinimumWidth(300);
    QFont strong = theme.font(Type::Table);
    strong.setWeight(QFont::DemiBold);
    m_time->setFont(strong);
    m_detail->setFont(theme.font(Type::Table));
    m_detail->setProperty("tone", "text2");
    m_detail->setTextFormat(Qt::PlainText);
    m_detail->hide();
    m_cancel->setObjectName(QStringLiteral("loadingCancel"));
    Theme::setIconBeside(*m_cancel, theme.icon(QStringLiteral("stop"), Role::Text));

    auto *words = new QVBoxLayout;
    words->setSpacing(4);
    words->addStretch();
    words->addWidget(m_time);
    words->addWidget(m_detail);
    words->addStretch();
    auto *inside = new QHBoxLayout(m_card);
    inside->setContentsMargins(16, 14, 12, 14);
    inside->setSpacing(24);
    inside->addLayout(words, 1);
    inside->addWidget(m_cancel);
    auto *center = new QGridLayout(this);
    center->addWidget(m_card, 0, 0, Qt::AlignCenter);

    m_tick.setInterval(tickMs);
    connect(&m_tick, &QTimer::timeout, this, &LoadingOverlay::advance);
    connect(m_cancel, &QPushButton::clicked, this, &LoadingOverlay::cancelClicked);
}

void LoadingOverlay::start(const QElapsedTimer &since, qint64 silenceMs)
{
    m_since = since;
    m_silenceMs = silenceMs;
    m_progress = -1;
    setDetail({});
    hide();
    m_tick.start();
}

void LoadingOverlay::stop()
{
    m_tick.stop();
    hide();
}

void LoadingOverlay::setDetail(const QString &detail)
{
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
}

void LoadingOverlay::setProgress(double share)
{
    m_progress = share;
}

void LoadingOverlay::setCompact()
{
    m_card->hide();
}

void LoadingOverlay::advance()
{
    const qint64 elapsed = m_since.elapsed();
    if (elapsed < m_silenceMs)
        return;
    const QString seconds = QLocale().toString(double(elapsed) / 1000, 'f', 1);
    m_time->setText(tr("Asking for %1 s").arg(seconds));
    if (!isVisibleTo(parentWidget())) {
        show();
        raise();
        Q_EMIT appeared();
    }
    update(0, 0, width(), lineHeight);
}

void LoadingOverlay::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, width(), lineHeight), m_theme.color(Role::Line));
    double from = 0;
    double to = m_progress;
    if (m_progress < 0) {
        const double phase = std::fmod(double(m_since.elapsed()), sweepMs) / sweepMs;
        from = phase * (1 + sweepShare) - sweepShare;
        to = from + sweepShare;
    }
    painter.fillRect(QRectF(from * width(), 0, (to - from) * width(), lineHeight), m_theme.color(Role::Accent));
}
