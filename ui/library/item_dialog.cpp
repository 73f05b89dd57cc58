// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/item_dialog.h"

#include "ui/theme/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace {

constexpr int usualWidth = 420;
constexpr int noteHeight = 72;

} // namespace

ItemDialog::ItemDialog(const Theme &theme, const QString &title, const QString &save, const ItemWords &words,
                       const QStringList &folders, bool hasFolder, QWidget *parent)
    : QDialog(parent)
    , m_name(new QLineEdit(words.name))
    , m_folder(new QComboBox)
    , m_note(new QPlainTextEdit(words.note))
    , m_save(new QPushButton(save))
    , m_cancel(new QPushButton(tr("Cancel")))
{
    setObjectName(QStringLiteral("itemDialog"));
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    m_name->setObjectName(QStringLiteral("itemName"));
    m_name->selectAll();
    m_folder->setObjectName(QStringLiteral("itemFolder"));
    m_folder->setEditable(true);
    m_folder->addItem(QString());
    m_folder->addItems(folders);
    m_folder->setCurrentText(words.folder);
    m_folder->lineEdit()->setPlaceholderText(tr("None, or a name as in Growth/Weekly"));
    m_note->setObjectName(QStringLiteral("itemNote"));
    m_note->setTabChangesFocus(true);
    m_note->setFixedHeight(noteHeight);
    m_save->setObjectName(QStringLiteral("itemSave"));
    m_save->setProperty("accent", true);
    m_save->setDefault(true);
    arrange(theme, hasFolder);
    const auto allow = [this] { m_save->setEnabled(!m_name->text().trimmed().isEmpty()); };
    allow();
    connect(m_name, &QLineEdit::textChanged, this, allow);
    connect(m_save, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
}

void ItemDialog::arrange(const Theme &theme, bool hasFolder)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(4);
    const auto add = [&](const QString &name, QWidget *field, bool isShown = true) {
        auto *label = new QLabel(name, this);
        label->setFont(theme.font(Type::Table));
        label->setProperty("tone", "text2");
        label->setBuddy(field);
        field->setAccessibleName(QString(name).remove(u'&'));
        column->addWidget(label);
        column->addWidget(field);
        column->addSpacing(8);
        label->setVisible(isShown);
        field->setVisible(isShown);
    };
    add(tr("&Name"), m_name);
    add(tr("&Folder"), m_folder, hasFolder);
    add(tr("N&ote"), m_note);
    auto *foot = new QHBoxLayout;
    foot->addStretch();
    foot->addWidget(m_cancel);
    foot->addWidget(m_save);
    column->addLayout(foot);
    resize(usualWidth, sizeHint().height());
}

ItemWords ItemDialog::words() const
{
    return {m_name->text().trimmed(), m_folder->currentText().trimmed(), m_note->toPlainText().trimmed()};
}
