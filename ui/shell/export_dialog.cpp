// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/export_dialog.h"

#include "query/answer_rows.h"
#include "ui/shell/export_preview.h"
#include "ui/text/number_text.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace {

constexpr int formWidth = 272;
constexpr int settleMs = 60;

struct Preset
{
    const char *name;
    QSize size;
};
constexpr Preset presets[] = {{QT_TRANSLATE_NOOP("ExportDialog", "Slide"), {1280, 720}},
                              {QT_TRANSLATE_NOOP("ExportDialog", "Full HD"), {1920, 1080}},
                              {QT_TRANSLATE_NOOP("ExportDialog", "Column of a document"), {640, 400}},
                              {QT_TRANSLATE_NOOP("ExportDialog", "Square"), {1080, 1080}},
                              {QT_TRANSLATE_NOOP("ExportDialog", "A4, landscape"), {1123, 794}}};

QSpinBox *sideOf(const QString &name, const QString &accessibleName, int least)
{
    auto *side = new QSpinBox;
    side->setObjectName(name);
    side->setAccessibleName(accessibleName);
    side->setRange(least, 10'000);
    side->setSingleStep(10);
    return side;
}

QComboBox *comboOf(const QString &name)
{
    auto *combo = new QComboBox;
    combo->setObjectName(name);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    return combo;
}

QString sizeText(const QSize &size)
{
    return QStringLiteral("%1 × %2").arg(size.width()).arg(size.height());
}

Scheme schemeFor(SchemeChoice choice, const Theme &theme)
{
    return choice == SchemeChoice::Light ? Scheme::Light : choice == SchemeChoice::Dark ? Scheme::Dark : theme.scheme();
}

} // namespace

ExportDialog::ExportDialog(const Theme &theme, AnswerExport outgoing, QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_outgoing(std::move(outgoing))
{
    setObjectName(QStringLiteral("exportDialog"));
    setWindowTitle(tr("Export"));
    createWidgets();
    arrange();
    restore();
    connectSignals();
    showPreset();
    showFormat();
}

void ExportDialog::createWidgets()
{
    m_format = comboOf(QStringLiteral("exportFormat"));
    for (const ExportFormat format : allExportFormats())
        m_format->addItem(QStringLiteral("%1 (*%2)").arg(exportName(format), exportEnding(format)), int(format));
    m_preset = comboOf(QStringLiteral("exportPreset"));
    for (const Preset &preset : presets)
        m_preset->addItem(QStringLiteral("%1, %2").arg(tr(preset.name), sizeText(preset.size)), preset.size);
    m_preset->addItem(tr("Custom"));
    m_width = sideOf(QStringLiteral("exportWidth"), tr("Width in pixels"), 200);
    m_height = sideOf(QStringLiteral("exportHeight"), tr("Height in pixels"), 150);
    m_scale = comboOf(QStringLiteral("exportScale"));
    for (const int scale : {1, 2, 3, 4})
        m_scale->addItem(QStringLiteral("%1×").arg(scale), scale);
    m_scheme = comboOf(QStringLiteral("exportScheme"));
    m_scheme->addItem(tr("As the window"), int(SchemeChoice::System));
    m_scheme->addItem(tr("Light"), int(SchemeChoice::Light));
    m_scheme->addItem(tr("Dark"), int(SchemeChoice::Dark));
    m_preview = new ExportPreview(m_theme);
    m_facts = new QLabel;
    m_facts->setObjectName(QStringLiteral("exportFacts"));
    m_facts->setProperty("tone", "text2");
    m_problem = new QLabel;
    m_problem->setObjectName(QStringLiteral("exportProblem"));
    m_problem->setProperty("tone", "bad");
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_export = new QPushButton(tr("&Export…"));
    m_export->setObjectName(QStringLiteral("exportButton"));
    m_export->setProperty("accent", true);
    m_export->setDefault(true);
    m_cancel = new QPushButton(tr("Cancel"));
    m_cancel->setObjectName(QStringLiteral("exportCancel"));
    m_settle = new QTimer(this);
    m_settle->setSingleShot(true);
    m_settle->setInterval(settleMs);
}

void ExportDialog::arrange()
{
    m_sizeRow = new QWidget;
    auto *sides = new QHBoxLayout(m_sizeRow);
    sides->setContentsMargins(0, 0, 0, 0);
    sides->setSpacing(8);
    sides->addWidget(m_width, 1);
    sides->addWidget(new QLabel(QStringLiteral("×")));
    sides->addWidget(m_height, 1);
    m_form = new QFormLayout;
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setHorizontalSpacing(12);
    m_form->setVerticalSpacing(8);
    m_form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->addRow(tr("&Format"), m_format);
    m_form->addRow(tr("&Size"), m_preset);
    m_form->addRow(tr("&Width × height"), m_sizeRow);
    m_form->addRow(tr("S&cale"), m_scale);
    m_form->addRow(tr("&Theme"), m_scheme);
    if (auto *label = qobject_cast<QLabel *>(m_form->labelForField(m_sizeRow)))
        label->setBuddy(m_width);
    auto *left = new QVBoxLayout;
    left->setSpacing(12);
    left->addLayout(m_form);
    left->addWidget(m_facts);
    left->addStretch(1);
    auto *form = new QWidget;
    form->setLayout(left);
    left->setContentsMargins(0, 0, 0, 0);
    form->setFixedWidth(formWidth + 56);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(16);
    middle->addWidget(form);
    middle->addWidget(m_preview, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_problem, 1);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_export);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(16);
    column->addLayout(middle, 1);
    column->addLayout(buttons);
}

void ExportDialog::connectSignals()
{
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::showFormat);
    connect(m_preset, &QComboBox::activated, this, &ExportDialog::choosePreset);
    for (QSpinBox *side : {m_width, m_height})
        connect(side, &QSpinBox::valueChanged, this, [this] {
            showPreset();
            m_settle->start();
        });
    for (QComboBox *combo : {m_scale, m_scheme})
        connect(combo, &QComboBox::currentIndexChanged, this, &ExportDialog::showPreview);
    connect(m_settle, &QTimer::timeout, this, &ExportDialog::showPreview);
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::chooseFile);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
}

ExportFormat ExportDialog::format() const
{
    return ExportFormat(m_format->currentData().toInt());
}

ExportLook ExportDialog::look() const
{
    return {{m_width->value(), m_height->value()},
            qreal(m_scale->currentData().toInt()),
            schemeFor(SchemeChoice(m_scheme->currentData().toInt()), m_theme)};
}

ExportLook ExportDialog::storedLook(const Theme &theme)
{
    const QSettings settings;
    const ExportLook usual;
    const auto choice = SchemeChoice(settings.value(QStringLiteral("export/theme"), int(SchemeChoice::System)).toInt());
    return {settings.value(QStringLiteral("export/size"), usual.size).toSize(),
            settings.value(QStringLiteral("export/scale"), usual.scale).toReal(), schemeFor(choice, theme)};
}

void ExportDialog::restore()
{
    const QSettings settings;
    const ExportLook stored = storedLook(m_theme);
    const auto choose
        = [](QComboBox *combo, const QVariant &value) { combo->setCurrentIndex(std::max(0, combo->findData(value))); };
    choose(m_format, settings.value(QStringLiteral("export/format"), int(ExportFormat::Png)).toInt());
    choose(m_scale, int(stored.scale));
    choose(m_scheme, settings.value(QStringLiteral("export/theme"), int(SchemeChoice::System)).toInt());
    m_width->setValue(stored.size.width());
    m_height->setValue(stored.size.height());
}

void ExportDialog::store() const
{
    QSettings settings;
    settings.setValue(QStringLiteral("export/format"), m_format->currentData());
    settings.setValue(QStringLiteral("export/size"), look().size);
    settings.setValue(QStringLiteral("export/scale"), m_scale->currentData());
    settings.setValue(QStringLiteral("export/theme"), m_scheme->currentData());
}

void ExportDialog::choosePreset()
{
    const QSize size = m_preset->currentData().toSize();
    if (size.isEmpty()) { // a size of one's own begins with what is there
        m_width->setFocus();
        m_width->selectAll();
        return;
    }
    m_width->setValue(size.width());
    m_height->setValue(size.height());
}

void ExportDialog::showPreset()
{
    const int known = m_preset->findData(look().size);
    m_preset->setCurrentIndex(known < 0 ? m_preset->count() - 1 : known);
}

void ExportDialog::showFormat()
{
    const bool hasSize = isPicture(format());
    for (QWidget *field : {static_cast<QWidget *>(m_preset), m_sizeRow, static_cast<QWidget *>(m_scheme)}) {
        field->setVisible(hasSize);
        m_form->labelForField(field)->setVisible(hasSize);
    }
    m_scale->setVisible(hasPixels(format()));
    m_form->labelForField(m_scale)->setVisible(hasPixels(format()));
    showPreview();
}

void ExportDialog::showPreview()
{
    m_problem->hide();
    const ExportLook chosen = look();
    if (hasPixels(format())) {
        m_facts->setText(tr("%1 px").arg(sizeText(chosen.size * chosen.scale)));
    } else if (isPicture(format())) {
        m_facts->setText(tr("Lines and text, sharp at any size"));
    } else {
        const auto rows = int(rowCount(*m_outgoing.answered->frames));
        m_facts->setText(rows == 1 ? tr("1 row") : tr("%1 rows").arg(fullNumber(rows)));
    }
    m_preview->setExport(m_outgoing, format(), chosen);
}

void ExportDialog::chooseFile()
{
    auto *files = new QFileDialog(this, tr("Export"));
    files->setObjectName(QStringLiteral("exportFile"));
    files->setAttribute(Qt::WA_DeleteOnClose);
    files->setAcceptMode(QFileDialog::AcceptSave);
    files->setNameFilter(
        QStringLiteral("%1 (*%2)").arg(exportName(format()).section(u',', 0, 0), exportEnding(format())));
    files->setDefaultSuffix(exportEnding(format()).mid(1));
    files->selectFile(exportFileName(m_outgoing.answered->spec, format()));
    connect(files, &QFileDialog::fileSelected, this, &ExportDialog::writeTo);
    files->open();
}

void ExportDialog::writeTo(const QString &path)
{
    const QString problem = writeExport(path, m_outgoing, format(), look());
    if (!problem.isEmpty()) {
        m_problem->setText(tr("%1 was not written: %2.").arg(path, problem));
        m_problem->show();
        return;
    }
    store();
    Q_EMIT written(path);
    accept();
}
