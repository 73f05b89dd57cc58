// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/answer_export.h"

#include <QDialog>

class ExportPreview;
class QComboBox;
class QFileDialog;
class QFormLayout;
class QLabel;
class QPushButton;
class QSpinBox;
class QTimer;

// Asks what an answer is to leave as, shows what that looks like, and writes it. Remembers the choices.
class ExportDialog : public QDialog
{
    Q_OBJECT
public:
    ExportDialog(const Theme &theme, AnswerExport outgoing, QWidget *parent = nullptr);

    ExportFormat format() const;
    ExportLook look() const;
    // Writes there; what went wrong is said in place, and the dialog stays.
    void writeTo(const QString &path);

    // As the dialog was left last, for what is exported without it.
    static ExportLook storedLook(const Theme &theme);

Q_SIGNALS:
    void written(const QString &path);

private:
    static QString sizeText(const QSize &size); // "1280 × 720"
    void createWidgets();
    void arrange();
    void connectSignals();
    void restore();
    void store() const;
    void choosePreset();
    void showPreset();
    void showFormat();
    void showPreview();
    void chooseFile();

    const Theme &m_theme;
    const AnswerExport m_outgoing;
    QComboBox *m_format;
    QComboBox *m_preset;
    QSpinBox *m_width;
    QSpinBox *m_height;
    QComboBox *m_scale;
    QComboBox *m_scheme;
    QFormLayout *m_form;
    QWidget *m_sizeRow;
    ExportPreview *m_preview;
    QLabel *m_facts;
    QLabel *m_problem;
    QPushButton *m_export;
    QPushButton *m_cancel;
    QTimer *m_settle; // the preview follows what is typed
};
