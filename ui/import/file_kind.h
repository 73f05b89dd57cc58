// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMimeData>
#include <QStringList>

enum class FileKind { Spec, Events, Answer };

// Whether a file is a query spec, holds events or an answer, by its name and its first line.
FileKind kindOfFile(const QString &path);
// The files of this machine that are being dragged.
QStringList localFiles(const QMimeData *data);
