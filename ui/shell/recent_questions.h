// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class LibraryRoom;
class QVBoxLayout;
class Theme;

// The questions that were asked last, on the page before there is a question: picture, words, answer and when. Hidden
// while nothing was asked.
class RecentQuestions : public QWidget
{
    Q_OBJECT
public:
    static constexpr int most = 8;

    RecentQuestions(const Theme &theme, LibraryRoom &library, QWidget *parent = nullptr);

Q_SIGNALS:
    void allWanted();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void showQuestions();

    const Theme &m_theme;
    LibraryRoom &m_library;
    QWidget *m_head;
    QVBoxLayout *m_rows;
};
