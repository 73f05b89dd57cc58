// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/overlay.h"
#include "ui/theme/theme.h"

#include <QElapsedTimer>
#include <QTimer>

class QFrame;
class QLabel;
class QPushButton;

// Says that an answer is on its way: nothing for a while, then a progress line of 2 px at the top, the time since asking
// and Cancel. Does not dim what is behind it: `appeared` tells when to.
class LoadingOverlay : public Overlay
{
    Q_OBJECT
public:
    LoadingOverlay(const Theme &theme, QWidget *parent);

    static constexpr qint64 usualSilenceMs = 200;

    void start(const QElapsedTimer &since, qint64 silenceMs = usualSilenceMs);
    void stop();
    // Under the time: "18.2 of about 48 million rows read". Nothing hides the line.
    void setDetail(const QString &detail);
    void setProgress(double share); // 0 to 1; below 0 when it is not known
    void setCompact(); // the line only, where there is no room for words

Q_SIGNALS:
    void appeared();
    void cancelClicked();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void advance();

    const Theme &m_theme;
    QFrame *m_card;
    QLabel *m_time;
    QLabel *m_detail;
    QPushButton *m_cancel;
    QTimer m_tick;
    QElapsedTimer m_since;
    qint64 m_silenceMs = usualSilenceMs;
    double m_progress = -1;
};
