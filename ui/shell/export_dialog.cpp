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

#include <algorithm>
#include <utility>

namespace {

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
