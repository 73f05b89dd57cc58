// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the export dialog is made of and where it stands.
#include "ui/shell/export_dialog.h"
#include "ui/shell/export_preview.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTimer>
#include <QVBoxLayout>

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

} // namespace

QString ExportDialog::sizeText(const QSize &size)
{
    return QStringLiteral("%1 × %2").arg(size.width()).arg(size.height());
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
