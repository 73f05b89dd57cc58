// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QList>
#include <QObject>
#include <QPalette>
#include <QSize>

#include <array>
#include <optional>

class QAbstractButton;
class QApplication;
class QWidget;

enum class Scheme { Light, Dark };
enum class SchemeChoice { System, Light, Dark };

// What a colour is for. The names are those of resources/theme/tokens.json.
enum class Role {
    Window,
    Surface,
    Sunken,
    Raised,
    Hover,
    Pressed,
    Selected,
    Line,
    LineStrong,
    Control,
    ControlDisabled,
    Text,
    Text2,
    Text3,
    TextDisabled,
    Link,
    Accent,
    AccentHover,
    AccentPressed,
    OnAccent,
    Focus,
    Good,
    Bad,
    Warn,
    GoodBg,
    BadBg,
    WarnBg,
    InfoBg,
    Info,
    Grid,
    Axis,
    Crosshair,
    Other,
    Tooltip,
    TooltipLine,
    SynKey,
    SynString,
    SynNumber,
    SynEnum,
    SynPunct
};
inline constexpr int roleCount = int(Role::SynPunct) + 1;
using Roles = std::array<QColor, roleCount>;

enum class Type { Axis, Caption, Table, Base, Label, Question, Page, KpiSmall, Kpi, Code };
inline constexpr int typeCount = int(Type::Code) + 1;

enum class IconPlace { LineStart, Middle };

// How the line of a series looks.
struct SeriesLook
{
    QColor color;
    QList<qreal> dash; // on, off, ... in px; empty for a solid line
    bool operator==(const SeriesLook &) const = default;
};

// One step of the heat scale and the ink that reads on it.
struct HeatStep
{
    QColor fill;
    QColor ink;
};

// The look of the program, read from :/theme/tokens.json. Made once by whoever owns the application and handed on by
// reference; it outlives the widgets that were given it. Also usable without apply(), for pictures of the other scheme.
//
// The style sheet that apply() sets knows these properties of widgets:
//   QPushButton  accent=true            the one filled button of a window; quiet=true: no border, link colour
//   QToolButton  tone=bad: the colour of its text; segment=first|middle|last|only   a row of exclusive buttons without gaps; icons say On in link colour
//   QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit   invalid=true   a red border
//   QFrame       note=info|warn|bad|good   a full-width note; plate=surface|raised|sunken   a ground with border
//   QLabel       tone=text2|text3|link|good|bad|warn|info|disabled   its colour
// After changing such a property call Theme::repolish(widget).
class Theme : public QObject
{
    Q_OBJECT
public:
    explicit Theme(Scheme scheme = Scheme::Light, QObject *parent = nullptr);

    Scheme scheme() const { return m_scheme; }
    SchemeChoice choice() const { return m_choice; }
    bool isDark() const { return m_scheme == Scheme::Dark; }
    // Words and lines in the system's own colours; only with its scheme.
    bool isHighContrast() const { return m_contrast.has_value(); }

    QColor color(Role role) const;
    // The index-th colour of a categorical scale: ten hues, then the same hues dashed, twice; then from the start.
    SeriesLook categorical(int index) const;
    const QList<HeatStep> &sequential() const;
    // `share` from 0 to 1 of the heat scale, between its steps too.
    HeatStep heat(double share) const;

    QFont font(Type type) const; // px sizes
    int lineHeight(Type type) const; // px
    QPalette palette() const;
    QString styleSheet() const;

    // An icon of :/icons (name without ".svg") in a colour of the theme, sharp at any device pixel ratio, following
    // the theme when it changes. Disabled icons are drawn in TextDisabled, checked ones in Link.
    // In a room wider than high it stands where the line begins, or in the middle.
    QIcon icon(const QString &name, Role role = Role::Text2, IconPlace place = IconPlace::LineStart) const;
    QPixmap pixmap(const QString &name, Role role, qreal devicePixelRatio, int px = 16) const;

    // Gives the application style, palette, font and style sheet; with System now and whenever the system's palette
    // changes, in its colours where they are of high contrast.
    void apply(QApplication &application, SchemeChoice choice);
    // Dark when the text of windows is lighter than their ground.
    static Scheme schemeOf(const QPalette &palette);
    // Loads the fonts of :/fonts, once; apply() does it too.
    static void loadFonts();
    static void repolish(QWidget *widget);
    // An icon with 8 px between it and the text of the button (Qt leaves 4, and no style sheet can say otherwise).
    static void setIconBeside(QAbstractButton &button, const QIcon &icon);
    static constexpr QSize iconAlone{16, 16};
    static constexpr QSize iconBeside{20, 16};
    // The borders of a button by its place in a row of `count` that touch, from where lines begin.
    static void setSegment(QAbstractButton &button, int place, int count);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    // Another scheme: whoever paints with colours of the theme paints again.
    void changed();

private:
    void dress();
    void takeSystem(const QPalette &palette);
    void choose();

    Scheme m_scheme;
    SchemeChoice m_choice;
    QApplication *m_application = nullptr; // set by apply()
    Scheme m_systemScheme = Scheme::Light;
    std::optional<Roles> m_systemContrast; // where the system is one of high contrast
    std::optional<Roles> m_contrast; // in use
};
