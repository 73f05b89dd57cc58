// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

class QLabel;
class Theme;

// Looks like a field for a search and opens the palette; gives up its words, then its width, before others do.
class SearchButton : public QPushButton
{
    Q_OBJECT
public:
    SearchButton(const Theme &theme, const QString &words, const QString &shortcut, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QLabel *m_icon;
    QLabel *m_words;
    QLabel *m_shortcut;
};
