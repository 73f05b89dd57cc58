// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/answer_export.h"

#include <QMimeData>

class QDrag;
class QTemporaryDir;

// An answer as picture, drawing, table and JSON at once; each is made when it is asked for, and needs nothing of the
// window by then.
class ChartMime : public QMimeData
{
    Q_OBJECT
public:
    ChartMime(AnswerExport outgoing, const ExportLook &look);

    bool hasFormat(const QString &mimeType) const override;
    QStringList formats() const override;

protected:
    QVariant retrieveData(const QString &mimeType, QMetaType type) const override;

private:
    const AnswerExport m_outgoing;
    const ExportLook m_look;
};

// A drag of the chart as a file: the picture in `folder`, and everything that ChartMime offers. Null when the picture
// cannot be written there.
QDrag *chartDrag(QObject *source, const AnswerExport &outgoing, const ExportLook &look, const QTemporaryDir &folder);
