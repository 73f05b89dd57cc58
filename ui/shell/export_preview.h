// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/answer_export.h"

#include <QWidget>

// What a file of an answer will hold: its picture made small, or its first lines.
class ExportPreview : public QWidget
{
    Q_OBJECT
public:
    explicit ExportPreview(const Theme &theme, QWidget *parent = nullptr);

    void setExport(const AnswerExport &outgoing, ExportFormat format, const ExportLook &look);
    const QImage &picture() const { return m_picture; } // null for text
    const QString &lines() const { return m_lines; }
    QSize sizeHint() const override { return {480, 320}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makePicture();

    const Theme &m_theme;
    ChartSheet m_sheet; // of a picture
    ExportLook m_look;
    QImage m_picture;
    QString m_lines;
};
