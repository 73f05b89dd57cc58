// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

class Theme;

// A line under a field that says what it waits for or what is wrong with it, with a way out to click. Takes no room
// while there is nothing to say.
class FieldHint : public QLabel
{
    Q_OBJECT
public:
    enum class Tone { Neutral, Bad };
    explicit FieldHint(const Theme &theme, QWidget *parent = nullptr);

    void say(const QString &text, Tone tone);
    // `offer` is a name set as a link in the place of %1 of `text`.
    void sayWithOffer(const QString &text, const QString &offer, Tone tone);
    void clearHint();
    Tone tone() const { return m_tone; }

Q_SIGNALS:
    void offerTaken(const QString &offer);

private:
    void present(const QString &html, const QString &spoken, Tone tone);

    Tone m_tone = Tone::Neutral;
    QString m_offer;
};
