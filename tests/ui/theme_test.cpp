// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"
#include "ui/theme/tokens.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

namespace {

double luminance(const QColor &color)
{
    const auto linear
        = [](double part) { return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &first, const QColor &second)
{
    const double a = luminance(first) + 0.05;
    const double b = luminance(second) + 0.05;
    return std::max(a, b) / std::min(a, b);
}

// How many pixels of an icon are drawn in a colour.
int pixelsOf(const QImage &image, const QColor &color)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y).alpha() > 250 && image.pixelColor(x, y).rgb() == color.rgb();
    }
    return count;
}

} // namespace

class ThemeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRoleIsGivenInBothSchemes()
    {
        for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
            const Theme theme(scheme);
            for (int role = 0; role < roleCount; ++role)
                QVERIFY2(theme.color(Role(role)).isValid(), nameOf(Role(role)));
            QCOMPARE(theme.sequential().size(), 9);
        }
    }

    void aSystemOfHighContrastGivesItsColours_data()
    {
        QTest::addColumn<QColor>("ground");
        QTest::addColumn<QColor>("text");
        QTest::addColumn<QColor>("highlight");
        QTest::newRow("black") << QColor(Qt::black) << QColor(Qt::white) << QColor(0x1a, 0xeb, 0xff);
        QTest::newRow("white") << QColor(Qt::white) << QColor(Qt::black) << QColor(0x37, 0x00, 0x6e);
        QTest::newRow("a highlight that does not read") << QColor(Qt::black) << QColor(Qt::white) << QColor(0x30, 0, 0);
    }

    void aSystemOfHighContrastGivesItsColours()
    {
        QFETCH(const QColor, ground);
        QFETCH(const QColor, text);
        QFETCH(const QColor, highlight);
        const QPalette before = QGuiApplication::palette();
        QPalette system(text, ground, ground, ground, ground, text, text, ground, ground);
        system.setColor(QPalette::Highlight, highlight);
        system.setColor(QPalette::HighlightedText, ground);
        QGuiApplication::setPalette(system);
        Theme theme;
        theme.apply(*qApp, SchemeChoice::System);
        QVERIFY(theme.isHighContrast());
        for (const Role words : {Role::Text, Role::Text2, Role::Text3, Role::Line, Role::LineStrong})
            QCOMPARE(theme.color(words), text);
        for (const Role words : {Role::Text, Role::Link, Role::Good, Role::Bad, Role::Warn, Role::Info, Role::SynKey})
            for (const Role behind : {Role::Window, Role::Surface, Role::BadBg, Role::Tooltip})
                QVERIFY2(contrast(theme.color(words), theme.color(behind)) >= 6.99, nameOf(words));
        QVERIFY(contrast(theme.color(Role::Link), theme.color(Role::Selected)) >= 6.99);
        QVERIFY(contrast(theme.color(Role::OnAccent), theme.color(Role::Accent)) >= 6.99);
        QVERIFY(contrast(theme.color(Role::Focus), theme.color(Role::Window)) >= 4.5);
        QVERIFY(contrast(theme.color(Role::TextDisabled), theme.color(Role::Window)) >= 4.5);
        theme.apply(*qApp, SchemeChoice::Light); // chosen by hand
        QVERIFY(!theme.isHighContrast());
        QCOMPARE(theme.color(Role::Window), Theme(Scheme::Light).color(Role::Window));
        QGuiApplication::setPalette(before);
    }

    void anOrdinarySystemIsNoneOfHighContrast()
    {
        Theme theme;
        theme.apply(*qApp, SchemeChoice::System);
        QVERIFY(!theme.isHighContrast());
    }

    void textReadsOnItsGround_data()
    {
        QTest::addColumn<Role>("text");
        QTest::addColumn<Role>("ground");
        for (const Role ground : {Role::Window, Role::Surface, Role::Sunken, Role::Raised, Role::Selected}) {
            for (const Role text : {Role::Text, Role::Text2, Role::Text3})
                QTest::addRow("%s on %s", nameOf(text), nameOf(ground)) << text << ground;
        }
        QTest::addRow("link on surface") << Role::Link << Role::Surface;
        QTest::addRow("button") << Role::OnAccent << Role::Accent;
        QTest::addRow("warning") << Role::Warn << Role::WarnBg;
        QTest::addRow("error") << Role::Bad << Role::BadBg;
        QTest::addRow("axis plate") << Role::Surface << Role::Text;
        QTest::addRow("tooltip") << Role::Text3 << Role::Tooltip;
    }

    void textReadsOnItsGround()
    {
        QFETCH(const Role, text);
        QFETCH(const Role, ground);
        for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
            const Theme theme(scheme);
            const double ratio = contrast(theme.color(text), theme.color(ground));
            QVERIFY2(ratio >= 4.5, qPrintable(QString::number(ratio)));
        }
    }

    void linesStandOutFromTheSurface()
    {
        for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
            const Theme theme(scheme);
            for (int i = 0; i < 10; ++i)
                QVERIFY(contrast(theme.categorical(i).color, theme.color(Role::Surface)) >= 3);
        }
    }

    void theEleventhSeriesRepeatsTheFirstHueDashed()
    {
        const Theme theme;
        QVERIFY(theme.categorical(0).dash.isEmpty());
        QCOMPARE(theme.categorical(10).color, theme.categorical(0).color);
        QCOMPARE(theme.categorical(10).dash, (QList<qreal>{8, 3}));
        QCOMPARE(theme.categorical(20).dash, (QList<qreal>{8, 3, 2, 3}));
        QCOMPARE(theme.categorical(30), theme.categorical(0));
    }

    void heatRunsFromTheFirstStepToTheLast()
    {
        const Theme theme;
        QCOMPARE(theme.heat(0).fill, theme.sequential().constFirst().fill);
        QCOMPARE(theme.heat(1).fill, theme.sequential().constLast().fill);
        QCOMPARE(theme.heat(7).fill, theme.sequential().constLast().fill);
        QCOMPARE(theme.heat(qQNaN()).fill, theme.sequential().constFirst().fill);
    }

    void fontsHaveTheSizesOfTheScale()
    {
        const Theme theme;
        QCOMPARE(theme.font(Type::Axis).pixelSize(), 11);
        QCOMPARE(theme.font(Type::Question).pixelSize(), 17);
        QCOMPARE(int(theme.font(Type::Question).weight()), 600);
        QCOMPARE(theme.lineHeight(Type::Base), 20);
        QVERIFY(QFontMetrics(theme.font(Type::Base)).inFontUcs4('8'));
    }

    void theStyleSheetLeavesNoNameUnfilled()
    {
        for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
            const QString sheet = Theme(scheme).styleSheet();
            QVERIFY(!sheet.contains(u'@'));
            QVERIFY(!sheet.contains(QRegularExpression(QStringLiteral("(color|background): *;"))));
            static const QRegularExpression url(QStringLiteral("url\\(([^)]*)\\)"));
            for (auto found = url.globalMatch(sheet); found.hasNext();) {
                const QString path = found.next().captured(1);
                QVERIFY2(QFile::exists(path), qPrintable(path));
            }
        }
    }

    void marksOfTheStyleSheetAreInColoursOfTheirScheme()
    {
        static const QRegularExpression hex(QStringLiteral("\"(#[0-9A-Fa-f]{6})\""));
        for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
            const Theme theme(scheme);
            QSet<QRgb> known;
            for (int role = 0; role < roleCount; ++role)
                known.insert(theme.color(Role(role)).rgb());
            const QDir folder(scheme == Scheme::Dark ? QStringLiteral(":/theme/dark")
                                                     : QStringLiteral(":/theme/light"));
            QVERIFY(!folder.entryList().isEmpty());
            for (const QString &name : folder.entryList()) {
                QFile file(folder.filePath(name));
                QVERIFY(file.open(QIODevice::ReadOnly));
                const auto match = hex.match(QString::fromUtf8(file.readAll()));
                QVERIFY2(match.hasMatch() && known.contains(QColor(match.captured(1)).rgb()), qPrintable(name));
            }
        }
    }

    void theIconsAreThere_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name :
             {"folder",     "undo",         "redo",          "play",       "stop",         "save",     "copy",
              "export",     "search",       "library",       "panel-left", "panel-bottom", "braces",   "line",
              "area",       "bar",          "stacked-bar",   "table",      "kpi",          "funnel",   "retention",
              "grip",       "filter",       "more",          "plus",       "close",        "calendar", "chevron-down",
              "chevron-up", "chevron-left", "chevron-right", "globe",      "clock",        "info",     "warning",
              "error",      "check",        "retry"})
            QTest::addRow("%s", name) << QString::fromLatin1(name);
    }

    void theIconsAreThere()
    {
        QFETCH(const QString, name);
        const Theme theme;
        const QPixmap drawn = theme.icon(name, Role::Text).pixmap(QSize(16, 16), 2);
        QCOMPARE(drawn.size(), QSize(32, 32));
        QVERIFY(pixelsOf(drawn.toImage(), theme.color(Role::Text)) > 10);
    }

    void anUnknownIconIsNull() { QVERIFY(Theme().icon(QStringLiteral("no-such-icon")).isNull()); }

    void buttonsThatTouchAreRoundAtTheEndsOfTheRow()
    {
        const auto segments = [](int count) {
            QStringList names;
            for (int place = 0; place < count; ++place) {
                QPushButton button;
                Theme::setSegment(button, place, count);
                names << button.property("segment").toString();
            }
            return names;
        };
        QCOMPARE(segments(1), QStringList("only"));
        QCOMPARE(segments(3), QStringList({"first", "middle", "last"}));
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);
        const QStringList turned = segments(3);
        QGuiApplication::setLayoutDirection(Qt::LayoutDirectionAuto);
        QCOMPARE(turned, QStringList({"last", "middle", "first"}));
    }

    void iconsFollowStateAndScheme()
    {
        Theme theme;
        const QIcon icon = theme.icon(QStringLiteral("play"), Role::Text);
        const auto has = [&](Role role, QIcon::Mode mode, QIcon::State state) {
            return pixelsOf(icon.pixmap(QSize(16, 16), 1, mode, state).toImage(), theme.color(role)) > 10;
        };
        QVERIFY(has(Role::Text, QIcon::Normal, QIcon::Off));
        QVERIFY(has(Role::TextDisabled, QIcon::Disabled, QIcon::Off));
        QVERIFY(has(Role::Link, QIcon::Normal, QIcon::On));
        theme.apply(*qApp, SchemeChoice::Dark);
        QVERIFY(has(Role::Text, QIcon::Normal, QIcon::Off));
    }

    void anotherSchemeIsToldAndDressesTheApplication()
    {
        Theme theme;
        theme.apply(*qApp, SchemeChoice::Light);
        QSignalSpy changed(&theme, &Theme::changed);
        theme.apply(*qApp, SchemeChoice::Dark);
        QCOMPARE(changed.size(), 1);
        QVERIFY(theme.isDark());
        QCOMPARE(QApplication::palette().color(QPalette::Window), theme.color(Role::Window));
        QCOMPARE(Theme::schemeOf(QApplication::palette()), Scheme::Dark);
    }

    void placeholdersKeepTheirColour()
    {
        Theme theme;
        theme.apply(*qApp, SchemeChoice::Light);
        QLineEdit field;
        field.ensurePolished();
        QCOMPARE(field.palette().color(QPalette::PlaceholderText), theme.color(Role::Text3));
    }

    void controlsAre28High()
    {
        Theme theme;
        theme.apply(*qApp, SchemeChoice::Light);
        QPushButton button(QStringLiteral("Run"));
        QLineEdit field;
        button.ensurePolished();
        field.ensurePolished();
        QCOMPARE(button.sizeHint().height(), 28);
        QCOMPARE(field.sizeHint().height(), 28);
    }
};

QTEST_MAIN(ThemeTest)
#include "theme_test.moc"
