// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class ElidedLabel;
class QLabel;
class Theme;

// What asking will cost, under the form.
class BuilderFoot : public QWidget
{
    Q_OBJECT
public:
    explicit BuilderFoot(const Theme &theme, QWidget *parent = nullptr);

    // Where the spec's text is in error, "1 problem in the spec, line 20", instead of the estimate; empty when it is not.
    void setProblem(const QString &problem);
    void setEstimate(const QString &estimate);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showText();

    const Theme &m_theme;
    ElidedLabel *m_estimate = nullptr;
    QLabel *m_runs = nullptr;
    QString m_estimateText;
    QString m_problem;
};
