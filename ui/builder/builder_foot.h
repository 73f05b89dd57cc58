// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class ElidedLabel;
class Theme;

// What asking will cost, under the form.
class BuilderFoot : public QWidget
{
    Q_OBJECT
public:
    explicit BuilderFoot(const Theme &theme, QWidget *parent = nullptr);

    void setEstimate(const QString &estimate);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    ElidedLabel *m_estimate = nullptr;
};
