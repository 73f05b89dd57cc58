// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/file_import.h"

#include <QString>

// What the import page says.
QString fileTitle(const QStringList &paths); // "orders.csv and 2 more"
QString fileFacts(const datasets::v1::PreviewResponse &preview); // "184 MB · CSV · 9 columns · ..."
QString formatName(datasets::v1::FileFormat format);
// What keeps the file from being imported: which columns to choose, or what is wrong with it. Empty when nothing.
QString problemOf(const datasets::v1::PreviewResponse &preview);
QString progressText(const Importing &importing); // "412,880 events · 33 % · 186,000 a second · 5 s left"
double shareDone(const datasets::v1::ImportProgress &progress); // 0 to 1
QString importedText(const datasets::v1::ImportProgress &progress);
// A failure as the window says it: the service's words without the options of its command line.
QString importFailureText(const Failure &failure);
// Why no project can have the name; empty when one can.
QString projectNameProblem(const QString &name);
// A project's name from a file's.
QString projectNameFor(const QString &path);
