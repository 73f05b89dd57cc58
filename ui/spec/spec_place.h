// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <vector>

// What can stand where the caret is: names of fields, or names of values, by the contract.
struct SpecPlace
{
    std::vector<QString> offers; // without those the object has before the caret
    enum class Project { None, Event, Property };
    Project project = Project::None; // a name of the project stands here, which the contract does not know
    bool isName = false; // of a field; else a value
    bool isQuoted = true; // as text in double quotes
    QString typed; // of it, before the caret
    qsizetype from = 0; // where it begins, with its quotation mark
    qsizetype to = 0; // behind it
};

// Reads as far as the caret and takes any text, also one that is no JSON. Costs one pass over what is before the caret.
SpecPlace specPlaceAt(QStringView text, qsizetype caret);
