// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

class Theme;

// A button that looks like a combo box and opens something of its own; a long text is cut at its end.
class DropButton : public QPushButton
{
    Q_OBJECT
public:
    explicit DropButton(const Theme &theme, QWidget *parent = nullptr);

    void setFullText(const QString &text);
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void cutText();

    const Theme &m_theme;
    QString m_fullText;
};
