// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/answer_files.h"
#include "tests/ui/picture_difference.h"

#include "ui/charts/sheet_file.h"

#include <QDir>
#include <QFileInfo>
#include <QFontInfo>
#include <QPainter>
#include <QProcess>
#include <QStandardPaths>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

namespace {

constexpr QSize answerSize(640, 360);
constexpr QSize boardSize(960, 600);
// Between the noise of another rasteriser and three pixels of an axis; the tests below hold both.
constexpr double mostMean = 2.4;
constexpr double mostApart = 60;
// Of lines and text that another program has drawn.
constexpr double mostMeanOfVectors = 3;
constexpr int vectorBox = 16;
constexpr double mostApartOfVectors = 40;

bool isUpdating()
{
    return qEnvironmentVariableIsSet("INSIGHTS_UPDATE_GOLDEN");
}

ChartSheet sheetNamed(const QString &name)
{
    return name == u"shop" ? boardOf(QStringLiteral("shop.board.json"))
                           : exportSheet(exportOf(name + QStringLiteral(".insight")));
}

QSize sizeOf(const QString &name)
{
    return name == u"shop" ? boardSize : answerSize;
}

QImage drawn(const QString &name, Scheme scheme, qreal scale = 1)
{
    return sheetImage(sizeOf(name), scale, sheetNamed(name), Theme(scheme));
}

QImage moved(const QImage &picture, int x, int y)
{
    QImage other = picture;
    QPainter(&other).drawImage(QPoint(x, y), picture);
    return other;
}

// Three parts of one, one part of the other.
QImage mixed(const QImage &one, const QImage &other)
{
    QImage both = one;
    QPainter painter(&both);
    painter.setOpacity(0.25);
    painter.drawImage(0, 0, other);
    painter.end();
    return both;
}

bool isSame(const QImage &one, const QImage &other)
{
    const PictureDifference apart = differenceOf(one, other);
    return apart.mean <= mostMean && apart.most <= mostApart;
}

QByteArray text(const PictureDifference &apart)
{
    return QStringLiteral("mean %1, most %2").arg(apart.mean).arg(apart.most).toUtf8();
}

bool isSameDrawing(const QImage &one, const QImage &other)
{
    const PictureDifference apart = differenceOf(one, other, vectorBox);
    return apart.mean <= mostMeanOfVectors && apart.most <= mostApartOfVectors;
}

QImage drawnSvg(const QByteArray &svg, const QRectF &viewBox)
{
    QImage image(viewBox.size().toSize(), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QSvgRenderer renderer(svg);
    renderer.setViewBox(viewBox);
    QPainter painter(&image);
    renderer.render(&painter, QRectF(QPointF(0, 0), viewBox.size()));
    return image;
}

} // namespace

// What leaves the program looks as it did. INSIGHTS_UPDATE_GOLDEN=1 writes the pictures anew, to be looked at.
class GoldenTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        Theme::loadFonts();
        if (const Theme theme; !QFontInfo(theme.font(Type::Base)).exactMatch())
            QSKIP("The pictures are drawn with the fonts that the build makes of fonts-inter.");
    }

    void picturesLookAsTheyDid_data() { addPictures(); }
    void picturesLookAsTheyDid()
    {
        QFETCH(const QString, name);
        QFETCH(const int, scheme);
        const QImage picture = drawn(name, Scheme(scheme));
        const QString path = QStringLiteral(TEST_DATA "/golden/%1-%2.png")
                                 .arg(name, Scheme(scheme) == Scheme::Dark ? "dark" : "light");
        if (isUpdating())
            QVERIFY(picture.save(path));
        const QImage golden(path);
        QCOMPARE(golden.size(), picture.size());
        const QString seen = QDir::temp().filePath(QStringLiteral("golden-") + QFileInfo(path).fileName());
        if (!isSame(golden, picture)) {
            picture.save(seen);
            QFAIL(text(differenceOf(golden, picture)) + "; what was drawn is " + seen.toUtf8());
        }
    }

    void threePixelsAreSeen_data() { addPictures(); }
    void threePixelsAreSeen()
    {
        QFETCH(const QString, name);
        QFETCH(const int, scheme);
        const QImage picture = drawn(name, Scheme(scheme));
        QVERIFY2(!isSame(picture, moved(picture, 3, 0)), text(differenceOf(picture, moved(picture, 3, 0))));

        QVERIFY2(!isSame(picture, moved(picture, 0, 3)), text(differenceOf(picture, moved(picture, 0, 3))));
    }

    void anAxisAloneThatMovesIsSeen()
    {
        const QImage picture = drawn(QStringLiteral("line"), Scheme::Light);
        QImage other = picture;
        const QRect strip(40, picture.height() - 96, picture.width() - 60, 40); // around the axis, without its labels
        QPainter(&other).drawImage(strip.translated(0, 3), picture, strip);
        QVERIFY2(!isSame(picture, other), text(differenceOf(picture, other)));
    }

    // Another rasteriser: every edge lies a quarter of a pixel elsewhere.
    void aQuarterOfAPixelIsNotSeen_data() { addPictures(); }
    void aQuarterOfAPixelIsNotSeen()
    {
        QFETCH(const QString, name);
        QFETCH(const int, scheme);
        const QImage picture = drawn(name, Scheme(scheme));
        const QImage down = mixed(picture, moved(picture, 0, 1));
        const QImage other = mixed(down, moved(down, 1, 0));
        QVERIFY2(isSame(picture, other), text(differenceOf(picture, other)));
        QVERIFY(differenceOf(picture, other).most > 1);
    }

    void aSmallPictureShowsTheWholeSheet()
    {
        const QImage picture = drawn(QStringLiteral("line"), Scheme::Light);
        const QImage half = drawn(QStringLiteral("line"), Scheme::Light, 0.5);
        QCOMPARE(half.size() * 2, picture.size());
        const QImage scaled = picture.scaled(half.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        QVERIFY2(isSameDrawing(half, scaled), text(differenceOf(half, scaled, vectorBox)));
    }

    void svgLooksLikeThePicture_data() { addPictures(); }
    void svgLooksLikeThePicture()
    {
        QFETCH(const QString, name);
        QFETCH(const int, scheme);
        const QSize size = sizeOf(name);
        const QByteArray svg = sheetBytes(SheetFormat::Svg, size, 1, sheetNamed(name), Theme(Scheme(scheme)));
        const QImage picture = drawn(name, Scheme(scheme));
        const QImage drawing = drawnSvg(svg, QRectF({}, size));
        QVERIFY2(isSameDrawing(picture, drawing), text(differenceOf(picture, drawing, vectorBox)));
        QVERIFY(!isSameDrawing(picture, moved(picture, 24, 24)));
    }

    void svgHoldsTextAndNothingOutsideItsPage_data() { addPictures(); }
    void svgHoldsTextAndNothingOutsideItsPage()
    {
        QFETCH(const QString, name);
        QFETCH(const int, scheme);
        constexpr int around = 200;
        const QSize size = sizeOf(name);
        const ChartSheet sheet = sheetNamed(name);
        const QByteArray svg = sheetBytes(SheetFormat::Svg, size, 1, sheet, Theme(Scheme(scheme)));
        for (const QString &words : {sheet.title, sheet.foot.section(u' ', 0, 3)})
            QVERIFY2(svg.contains(words.toHtmlEscaped().toUtf8()), qPrintable(words));
        QVERIFY(svg.contains("<text"));
        QVERIFY(!svg.contains("<image"));

        QImage page = drawnSvg(svg, QRectF({}, size).adjusted(-around, -around, around, around));
        QPainter painter(&page);
        painter.setCompositionMode(QPainter::CompositionMode_Clear);
        painter.fillRect(QRect(QPoint(around, around), size), Qt::transparent);
        painter.end();
        for (int y = 0; y < page.height(); ++y)
            for (int x = 0; x < page.width(); ++x)
                if (qAlpha(page.pixel(x, y)) > 0)
                    QFAIL(qPrintable(QStringLiteral("something at %1, %2").arg(x - around).arg(y - around)));
    }

    void pdfLooksLikeThePicture_data() { addPictures(); }
    void pdfLooksLikeThePicture()
    {
        QFETCH(const QString, name);
        QFETCH(const int, scheme);
        const QSize size = sizeOf(name);
        const QTemporaryDir folder;
        const QString pdf = folder.filePath(QStringLiteral("page.pdf"));
        QCOMPARE(writeFile(pdf, sheetBytes(SheetFormat::Pdf, size, 1, sheetNamed(name), Theme(Scheme(scheme)))),
                 QString());
        const QString rasteriser = QStandardPaths::findExecutable(QStringLiteral("pdftoppm"));
        if (rasteriser.isEmpty())
            QSKIP("pdftoppm (poppler-utils) is not installed.");
        QCOMPARE(QProcess::execute(rasteriser,
                                   {"-png", "-singlefile", "-r", "96", pdf, folder.filePath(QStringLiteral("page"))}),
                 0);
        const QImage page(folder.filePath(QStringLiteral("page.png")));
        QVERIFY(std::abs(page.width() - size.width()) <= 1 && std::abs(page.height() - size.height()) <= 1);
        const QImage picture = drawn(name, Scheme(scheme));
        const QImage drawing = page.copy(QRect({}, size));
        QVERIFY2(isSameDrawing(picture, drawing), text(differenceOf(picture, drawing, vectorBox)));
    }

private:
    static void addPictures()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("scheme");
        for (const char *name : {"line", "area", "bars", "funnel", "retention", "table", "number", "shop"})
            for (const Scheme scheme : {Scheme::Light, Scheme::Dark})
                QTest::addRow("%s %s", name, scheme == Scheme::Dark ? "dark" : "light")
                    << QString::fromLatin1(name) << int(scheme);
    }
};

QTEST_MAIN(GoldenTest)
#include "golden_test.moc"
