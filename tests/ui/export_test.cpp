// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/answer_files.h"
#include "tests/ui/desk.h"

#include "query/answer_text.h"
#include "ui/shell/chart_mime.h"
#include "ui/shell/export_button.h"
#include "ui/shell/export_dialog.h"
#include "ui/shell/export_preview.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDrag>
#include <QFileDialog>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QSpinBox>
#include <QUrl>

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void choose(ExportDialog &dialog, ExportFormat format)
{
    auto *combo = dialog.findChild<QComboBox *>(QStringLiteral("exportFormat"));
    combo->setCurrentIndex(combo->findData(int(format)));
}

void chooseScheme(ExportDialog &dialog, SchemeChoice choice)
{
    auto *combo = dialog.findChild<QComboBox *>(QStringLiteral("exportScheme"));
    combo->setCurrentIndex(combo->findData(int(choice)));
}

QSpinBox *side(ExportDialog &dialog, const char *name)
{
    return dialog.findChild<QSpinBox *>(QLatin1String(name));
}

AnswerExport line()
{
    return exportOf(QStringLiteral("line.insight"));
}

// Whether the file holds the answer in this format, as far as one can see from outside.
bool holds(const QByteArray &bytes, ExportFormat format, const AnswerExport &outgoing)
{
    const AnswerFrames &frames = *outgoing.answered->frames;
    switch (format) {
    case ExportFormat::Png: return QImage::fromData(bytes, "PNG").size() == QSize(2560, 1440);
    case ExportFormat::Svg:
        return bytes.contains("<text") && bytes.contains("Unique users of page_view by plan, daily")
            && bytes.contains("Answered 31 May 2026 12:30 UTC");
    case ExportFormat::Pdf: return bytes.startsWith("%PDF-") && !bytes.contains("/Subtype /Image");
    case ExportFormat::Csv: return bytes.toStdString() == answerCsv(frames);
    case ExportFormat::Tsv: return bytes.toStdString() == answerCsv(frames, '\t');
    case ExportFormat::Json: return bytes.toStdString() == answerJson(frames);
    case ExportFormat::AnswerFile: break;
    }
    const auto read = readAnswerFile(bytes.toStdString());
    const auto *answer = std::get_if<explorer::v1::Answer>(&read);
    return answer != nullptr && answer->project() == "acme"
        && answer->question().query().SerializeAsString() == outgoing.answered->spec.SerializeAsString()
        && answerCsv(answerFrames(answer->response())) == answerCsv(frames)
        && milliseconds(answer->answered_at()) == outgoing.answered->at.toMSecsSinceEpoch();
}

} // namespace

class ExportTest : public QObject
{
    Q_OBJECT

    Theme m_theme;
    QTemporaryDir m_settings;
    QTemporaryDir m_folder;

private Q_SLOTS:
    void initTestCase()
    {
        useOwnSettings(m_settings);
        m_theme.apply(*qApp, SchemeChoice::Light);
    }

    void init() { QSettings().remove(QStringLiteral("export")); }

    void everyFormatIsWrittenWithTheWholeAnswer_data()
    {
        QTest::addColumn<int>("format");
        for (const ExportFormat format : allExportFormats())
            QTest::addRow("%s", qPrintable(exportEnding(format))) << int(format);
    }

    void everyFormatIsWrittenWithTheWholeAnswer()
    {
        QFETCH(const int, format);
        const AnswerExport outgoing = line();
        ExportDialog dialog(m_theme, outgoing);
        choose(dialog, ExportFormat(format));
        const QSignalSpy written(&dialog, &ExportDialog::written);
        const QString path = m_folder.filePath("answer" + exportEnding(ExportFormat(format)));
        dialog.writeTo(path);
        QCOMPARE(written.count(), 1);
        QCOMPARE(dialog.result(), int(QDialog::Accepted));
        QVERIFY(holds(contents(path), ExportFormat(format), outgoing));
    }

    void aComparisonGoesAlongInTheAnswerFile()
    {
        AnswerExport outgoing = line();
        outgoing.besides.comparison = Comparison{trendOf("before"), outgoing.answered->frames, {}};
        const auto read = readAnswerFile(exportBytes(outgoing, ExportFormat::AnswerFile, {}).toStdString());
        const explorer::v1::Beside *beside
            = besideOf(std::get<explorer::v1::Answer>(read), explorer::v1::Beside::ROLE_COMPARISON);
        QVERIFY(beside != nullptr);
        QCOMPARE(beside->query().events(0).name(), std::string("before"));
        QVERIFY(answerFrames(beside->response()).points() > 0);
    }

    void onlyWhatAFormatHasIsAsked_data()
    {
        QTest::addColumn<int>("format");
        QTest::addColumn<bool>("hasSize");
        QTest::addColumn<bool>("hasScale");
        QTest::addRow("png") << int(ExportFormat::Png) << true << true;
        QTest::addRow("svg") << int(ExportFormat::Svg) << true << false;
        QTest::addRow("csv") << int(ExportFormat::Csv) << false << false;
    }

    void onlyWhatAFormatHasIsAsked()
    {
        QFETCH(const int, format);
        QFETCH(const bool, hasSize);
        QFETCH(const bool, hasScale);
        ExportDialog dialog(m_theme, line());
        choose(dialog, ExportFormat(format));
        dialog.show();
        QCOMPARE(side(dialog, "exportWidth")->isVisible(), hasSize);
        QCOMPARE(dialog.findChild<QComboBox *>(QStringLiteral("exportScheme"))->isVisible(), hasSize);
        QCOMPARE(dialog.findChild<QComboBox *>(QStringLiteral("exportScale"))->isVisible(), hasScale);
        QCOMPARE(dialog.findChild<ExportPreview *>()->picture().isNull(), !hasSize);
        QCOMPARE(dialog.findChild<ExportPreview *>()->lines().isEmpty(), hasSize);
    }

    void aPresetSetsTheSizeAndAnyOtherSizeIsCustom()
    {
        ExportDialog dialog(m_theme, line());
        auto *preset = dialog.findChild<QComboBox *>(QStringLiteral("exportPreset"));
        preset->setCurrentIndex(preset->findData(QSize(1920, 1080)));
        Q_EMIT preset->activated(preset->currentIndex());
        QCOMPARE(dialog.look().size, QSize(1920, 1080));
        side(dialog, "exportWidth")->setValue(1000);
        QCOMPARE(preset->currentText(), QStringLiteral("Custom"));
        side(dialog, "exportWidth")->setValue(1920);
        QCOMPARE(preset->currentData().toSize(), QSize(1920, 1080));
    }

    void thePreviewFollowsSizeAndTheme()
    {
        ExportDialog dialog(m_theme, line());
        dialog.show();
        const auto *preview = dialog.findChild<ExportPreview *>();
        QVERIFY(preview->picture().pixelColor(2, 2).lightness() > 200);
        chooseScheme(dialog, SchemeChoice::Dark);
        QVERIFY(preview->picture().pixelColor(2, 2).lightness() < 60);
        side(dialog, "exportHeight")->setValue(1280);
        QTRY_COMPARE(preview->picture().width(), preview->picture().height());
        const QImage small = preview->picture();
        dialog.resize(dialog.width() + 300, dialog.height() + 300);
        QTRY_VERIFY(preview->picture().width() > small.width());
    }

    void theChoicesAreThereNextTime()
    {
        {
            ExportDialog dialog(m_theme, line());
            choose(dialog, ExportFormat::Svg);
            chooseScheme(dialog, SchemeChoice::Dark);
            side(dialog, "exportWidth")->setValue(900);
            dialog.writeTo(m_folder.filePath(QStringLiteral("remembered.svg")));
        }
        const ExportDialog dialog(m_theme, line());
        QCOMPARE(int(dialog.format()), int(ExportFormat::Svg));
        QCOMPARE(dialog.look().size, QSize(900, 720));
        QCOMPARE(int(ExportDialog::storedLook(m_theme).scheme), int(Scheme::Dark));
    }

    void whatCannotBeWrittenIsToldInPlaceAndTheDialogStays()
    {
        ExportDialog dialog(m_theme, line());
        dialog.show();
        const QString path = m_folder.filePath(QStringLiteral("no/such/folder/chart.png"));
        dialog.writeTo(path);
        const auto *problem = dialog.findChild<QLabel *>(QStringLiteral("exportProblem"));
        QVERIFY(dialog.isVisible() && problem->isVisible());
        QVERIFY2(problem->text().contains(path) && problem->text().contains("No such file"),
                 qPrintable(problem->text()));
        choose(dialog, ExportFormat::Svg); // another try
        QVERIFY(!problem->isVisible());
    }

    void aPictureTooLargeToBeMadeIsSaidSo()
    {
        ExportDialog dialog(m_theme, line());
        dialog.show();
        side(dialog, "exportWidth")->setValue(10'000);
        side(dialog, "exportHeight")->setValue(10'000);
        const QString path = m_folder.filePath(QStringLiteral("large.png"));
        dialog.writeTo(path);
        QVERIFY(dialog.findChild<QLabel *>(QStringLiteral("exportProblem"))->text().contains("too large"));
        QVERIFY(!QFile::exists(path));
    }

    void theFileIsAskedForWithTheQuestionAsItsName()
    {
        ExportDialog dialog(m_theme, line());
        dialog.show();
        QTest::keyClick(&dialog, Qt::Key_Return);
        auto *files = dialog.findChild<QFileDialog *>(QStringLiteral("exportFile"));
        QVERIFY(files != nullptr);
        QCOMPARE(QFileInfo(files->selectedFiles().value(0)).fileName(),
                 QStringLiteral("Unique-users-of-page_view-by-plan-daily.png"));
        const QString path = m_folder.filePath(QStringLiteral("chosen.png"));
        Q_EMIT files->fileSelected(path);
        QVERIFY(holds(contents(path), ExportFormat::Png, line()));
    }

    void aCopiedChartIsEverythingAtOnceAndOutlivesTheWindow()
    {
        {
            Desk desk(m_theme);
            desk.addProject("acme");
            desk.connectNow();
            QTRY_VERIFY(desk.isReady());
            desk.child<QAction>("copyChart")->trigger();
            QVERIFY(desk.says(QStringLiteral("Copied the chart")));
        }
        const QMimeData *copied = QGuiApplication::clipboard()->mimeData();
        for (const char *format :
             {"image/png", "image/svg+xml", "text/plain", "text/tab-separated-values", "application/json"})
            QVERIFY2(copied->hasFormat(QLatin1String(format)), format);
        QCOMPARE(QImage::fromData(copied->data(QStringLiteral("image/png"))).size(), QSize(2560, 1440));
        QVERIFY(copied->data(QStringLiteral("image/svg+xml")).contains("<text"));
        QVERIFY(copied->text().startsWith(QStringLiteral("time\tpage_view\n")));
        QCOMPARE(copied->data(QStringLiteral("text/tab-separated-values")), copied->text().toUtf8());
        QVERIFY(QJsonDocument::fromJson(copied->data(QStringLiteral("application/json")))
                    .object()
                    .contains(QStringLiteral("series")));
    }

    void aDraggedChartIsAFileAndAllTheRest()
    {
        const QTemporaryDir folder;
        QObject source;
        const QDrag *drag = chartDrag(&source, line(), {}, folder);
        QVERIFY(drag != nullptr);
        const QMimeData *mime = drag->mimeData();
        QVERIFY(mime->hasUrls() && mime->hasFormat(QStringLiteral("image/svg+xml")));
        const QString path = mime->urls().value(0).toLocalFile();
        QCOMPARE(QFileInfo(path).fileName(), QStringLiteral("Unique-users-of-page_view-by-plan-daily.png"));
        QCOMPARE(QImage(path).size(), QSize(2560, 1440));
        QVERIFY(!drag->pixmap().isNull());
    }

    void theExportButtonIsDraggedOrClicked()
    {
        QAction action(QStringLiteral("Export"));
        ExportButton button(&action);
        button.resize(100, 28);
        button.show();
        const QSignalSpy triggered(&action, &QAction::triggered);
        const QSignalSpy dragged(&button, &ExportButton::dragged);
        QTest::mouseClick(&button, Qt::LeftButton);
        QCOMPARE(triggered.count(), 1);
        QCOMPARE(dragged.count(), 0);

        QTest::mousePress(&button, Qt::LeftButton, {}, {20, 14});
        for (const QPointF place : {QPointF(60, 14), QPointF(90, 14)}) { // one drag, however far
            QMouseEvent move(QEvent::MouseMove, place, button.mapToGlobal(place), Qt::NoButton, Qt::LeftButton, {});
            QApplication::sendEvent(&button, &move);
        }
        QTest::mouseRelease(&button, Qt::LeftButton, {}, {90, 14});
        QCOMPARE(dragged.count(), 1);
        QCOMPARE(triggered.count(), 1);
    }

    void theWindowExportsOnlyWhatIsAnswered()
    {
        Desk desk(m_theme);
        auto *action = desk.child<QAction>("exportAnswer");
        QVERIFY(!action->isEnabled() && !desk.child<QAction>("copyChart")->isEnabled());
        desk.addProject("acme");
        desk.connectNow();
        QTRY_VERIFY(desk.isReady());
        QVERIFY(action->isEnabled() && desk.child<ExportButton>("exportDrag")->isEnabled());
        action->trigger();
        auto *dialog = desk.child<ExportDialog>("exportDialog");
        QVERIFY(dialog != nullptr && dialog->isVisible());
        const QString path = m_folder.filePath(QStringLiteral("window.png"));
        dialog->writeTo(path);
        QVERIFY(desk.says(QStringLiteral("Exported %1.").arg(path)));
    }
};

QTEST_MAIN(ExportTest)
#include "export_test.moc"
