// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "ui/theme/high_contrast.h"
#include "ui/theme/icon_engine.h"
#include "ui/theme/tokens.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QEvent>
#include <QFile>
#include <QFontDatabase>
#include <QRegularExpression>
#include <QStyle>
#include <QStyleFactory>
#include <QWidget>

#include <cmath>

Theme::Theme(Scheme scheme, QObject *parent)
    : QObject(parent)
    , m_scheme(scheme)
    , m_choice(scheme == Scheme::Dark ? SchemeChoice::Dark : SchemeChoice::Light)
{
    tokens();
}

QColor Theme::color(Role role) const
{
    return (m_contrast ? *m_contrast : tokens().of(m_scheme).roles)[std::size_t(role)];
}

SeriesLook Theme::categorical(int index) const
{
    const QList<QColor> &hues = tokens().of(m_scheme).categorical;
    const auto count = int(hues.size());
    const std::array<QList<qreal>, 3> dashes{QList<qreal>{}, tokens().secondDash, tokens().thirdDash};
    return {hues[index % count], dashes[std::size_t(index / count) % dashes.size()]};
}

const QList<HeatStep> &Theme::sequential() const
{
    return tokens().of(m_scheme).sequential;
}

static HeatStep between(const HeatStep &from, const HeatStep &to, double share)
{
    const auto mixed = [share](float a, float b) { return float(a + (b - a) * share); };
    const QColor fill
        = QColor::fromRgbF(mixed(from.fill.redF(), to.fill.redF()), mixed(from.fill.greenF(), to.fill.greenF()),
                           mixed(from.fill.blueF(), to.fill.blueF()));
    const bool isLight = contrastOf(fill, Qt::black) > contrastOf(fill, Qt::white);
    return {fill, isLight ? QColor(Qt::black) : QColor(Qt::white)};
}

HeatStep Theme::heat(double share) const
{
    const QList<HeatStep> &steps = sequential();
    const double place = std::isnan(share) ? 0 : qBound(0.0, share, 1.0) * double(steps.size() - 1);
    const HeatStep &below = steps[qsizetype(place)];
    const double rest = place - std::floor(place);
    return rest > 0 ? between(below, steps[qsizetype(place) + 1], rest) : below;
}

static QString family(const QStringList &wanted)
{
    const QStringList known = QFontDatabase::families();
    for (const QString &name : wanted) {
        if (known.contains(name))
            return name;
    }
    return wanted.constLast();
}

QFont Theme::font(Type type) const
{
    loadFonts();
    static const QString sans = family({QStringLiteral("Insights Sans"), QStringLiteral("Inter"),
                                        QStringLiteral("Noto Sans"), QStringLiteral("DejaVu Sans")});
    static const QString mono = family({QStringLiteral("Insights Mono"), QStringLiteral("JetBrains Mono"),
                                        QStringLiteral("Noto Sans Mono"), QStringLiteral("DejaVu Sans Mono")});
    const TypeTokens &token = tokens().type[std::size_t(type)];
    QFont font(type == Type::Code ? mono : sans);
    font.setPixelSize(token.px);
    font.setWeight(QFont::Weight(token.weight));
    return font;
}

int Theme::lineHeight(Type type) const
{
    return tokens().type[std::size_t(type)].line;
}

QPalette Theme::palette() const
{
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, Role active, Role disabled) {
        palette.setColor(QPalette::Active, role, color(active));
        palette.setColor(QPalette::Inactive, role, color(active));
        palette.setColor(QPalette::Disabled, role, color(disabled));
    };
    set(QPalette::Window, Role::Window, Role::Window);
    set(QPalette::WindowText, Role::Text, Role::TextDisabled);
    set(QPalette::Base, Role::Surface, Role::ControlDisabled);
    set(QPalette::AlternateBase, Role::Sunken, Role::Sunken);
    set(QPalette::Text, Role::Text, Role::TextDisabled);
    set(QPalette::PlaceholderText, Role::Text3, Role::TextDisabled);
    set(QPalette::Button, Role::Control, Role::ControlDisabled);
    set(QPalette::ButtonText, Role::Text, Role::TextDisabled);
    set(QPalette::BrightText, Role::OnAccent, Role::OnAccent);
    set(QPalette::Highlight, Role::Accent, Role::Pressed);
    set(QPalette::HighlightedText, Role::OnAccent, Role::TextDisabled);
    set(QPalette::Link, Role::Link, Role::TextDisabled);
    set(QPalette::LinkVisited, Role::Link, Role::TextDisabled);
    set(QPalette::ToolTipBase, Role::Tooltip, Role::Tooltip);
    set(QPalette::ToolTipText, Role::Text, Role::Text);
    set(QPalette::Light, Role::Raised, Role::Raised);
    set(QPalette::Midlight, Role::Hover, Role::Hover);
    set(QPalette::Mid, Role::Line, Role::Line);
    set(QPalette::Dark, Role::LineStrong, Role::LineStrong);
    set(QPalette::Shadow, Role::Axis, Role::Axis);
    return palette;
}

QString Theme::styleSheet() const
{
    QFile file(QStringLiteral(":/theme/style.qss"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The program was built without its style sheet");
    const QString text = QString::fromUtf8(file.readAll());

    static const QRegularExpression name(QStringLiteral("@([A-Za-z0-9]+)"));
    QHash<QString, QString> words{
        {QStringLiteral("scheme"), isDark() ? QStringLiteral("dark") : QStringLiteral("light")}};
    for (int i = 0; i < roleCount; ++i)
        words.insert(QLatin1String(nameOf(Role(i))), color(Role(i)).name());
    QString result;
    qsizetype done = 0;
    for (auto matches = name.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        result += QStringView(text).mid(done, match.capturedStart() - done);
        result += words.value(match.captured(1));
        done = match.capturedEnd();
    }
    result += QStringView(text).mid(done);
    return result;
}

QIcon Theme::icon(const QString &name, Role role, IconPlace place) const
{
    return QIcon(new ThemeIconEngine(*this, name, role, place));
}

QPixmap Theme::pixmap(const QString &name, Role role, qreal devicePixelRatio, int px) const
{
    QPixmap drawn = tintedIcon(name, color(role), qRound(px * devicePixelRatio));
    drawn.setDevicePixelRatio(devicePixelRatio);
    return drawn;
}

void Theme::loadFonts()
{
    static const bool loaded = [] {
        const QDir fonts(QStringLiteral(":/fonts"));
        for (const QString &file : fonts.entryList())
            QFontDatabase::addApplicationFont(fonts.filePath(file));
        return true;
    }();
    Q_UNUSED(loaded)
}

Scheme Theme::schemeOf(const QPalette &palette)
{
    const auto lightness = [&](QPalette::ColorRole role) { return palette.color(QPalette::Active, role).lightness(); };
    return lightness(QPalette::WindowText) > lightness(QPalette::Window) ? Scheme::Dark : Scheme::Light;
}

void Theme::apply(QApplication &application, SchemeChoice choice)
{
    if (!m_application) {
        m_application = &application;
        takeSystem(QGuiApplication::palette());
        loadFonts();
        application.setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
        application.installEventFilter(this);
    }
    m_choice = choice;
    choose();
    dress();
}

void Theme::takeSystem(const QPalette &palette)
{
    m_systemScheme = schemeOf(palette);
    m_systemContrast = ::isHighContrast(palette)
        ? std::optional(highContrastRoles(palette, tokens().of(m_systemScheme)))
        : std::nullopt;
}

void Theme::choose()
{
    const bool isSystem = m_choice == SchemeChoice::System;
    m_scheme = isSystem ? m_systemScheme : m_choice == SchemeChoice::Dark ? Scheme::Dark : Scheme::Light;
    m_contrast = isSystem ? m_systemContrast : std::nullopt;
}

void Theme::dress()
{
    m_application->setPalette(palette());
    m_application->setFont(font(Type::Base));
    m_application->setStyleSheet(styleSheet());
    Q_EMIT changed();
}

// The system tells every window of another theme; what it is shows once our own palette is taken off.
bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ThemeChange && watched->isWindowType() && m_choice == SchemeChoice::System) {
        QGuiApplication::setPalette(QPalette());
        takeSystem(QGuiApplication::palette());
        QGuiApplication::setPalette(palette());
        if (m_scheme != m_systemScheme || m_contrast != m_systemContrast) {
            choose();
            dress();
        }
    }
    return QObject::eventFilter(watched, event);
}

void Theme::setIconBeside(QAbstractButton &button, const QIcon &icon)
{
    button.setIcon(icon);
    button.setIconSize(iconBeside);
}

void Theme::setSegment(QAbstractButton &button, int place, int count)
{
    const int fromLeft = QGuiApplication::isRightToLeft() ? count - 1 - place : place;
    button.setProperty("segment",
                       count == 1                  ? "only"
                           : fromLeft == 0         ? "first"
                           : fromLeft + 1 == count ? "last"
                                                   : "middle");
}

void Theme::repolish(QWidget *widget)
{
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}
