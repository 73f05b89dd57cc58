// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QStringList>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class Theme;

// What is said of a saved question or board.
struct ItemWords
{
    QString name;
    QString folder;
    QString note;
};

// Asks for a name, a folder and a note. Opened, it says accepted() or rejected(); nothing waits for it.
class ItemDialog : public QDialog
{
    Q_OBJECT
public:
    // `words` are proposed; `save` is the text of the button. A board lies in no folder.
    ItemDialog(const Theme &theme, const QString &title, const QString &save, const ItemWords &words,
               const QStringList &folders, bool hasFolder, QWidget *parent);

    ItemWords words() const;

private:
    void arrange(const Theme &theme, bool hasFolder);

    QLineEdit *m_name;
    QComboBox *m_folder;
    QPlainTextEdit *m_note;
    QPushButton *m_save;
    QPushButton *m_cancel;
};
