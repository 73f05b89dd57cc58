// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/recent_list.h"

#include "ui/import/file_kind.h"
#include "ui/shell/recent_files.h"
#include "ui/shell/welcome_parts.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace {

constexpr int rowHeight = 48;
constexpr int rowWidth = 320; // at least

QString iconOf(FileKind kind)
{
    switch (kind) {
    case FileKind::Spec: return QStringLiteral("braces");
    case FileKind::Answer: return QStringLiteral("line");
    case FileKind::Events: break;
    }
    return QStringLiteral("table");
}

// A file of the list: its name over its folder, to be pressed as a whole.
class RecentRow : public QPushButton
{
public:
    RecentRow(const Theme &theme, const QString &path)
    {
        const QFileInfo file(path);
        setObjectName(QStringLiteral("recentFile"));
        setProperty("quiet", true);
        setAccessibleName(file.fileName());
        setToolTip(path.toHtmlEscaped());
        setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        QLabel *kind = iconLabel(theme, iconOf(kindOfFile(path)), Role::Text2);
        QLabel *name = plainLabel(theme, file.fileName(), Type::Label);
        QLabel *folder = plainLabel(theme, file.path(), Type::Table, "text3");
        for (QLabel *words : {name, folder})
            words->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        auto *words = new QVBoxLayout;
        words->setSpacing(2);
        words->addStretch();
        words->addWidget(name);
        words->addWidget(folder);
        words->addStretch();
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins(12, 0, 12, 0);
        row->setSpacing(12);
        row->addWidget(kind);
        row->addLayout(words, 1);
        for (QLabel *part : {kind, name, folder})
            part->setAttribute(Qt::WA_TransparentForMouseEvents);
    }

    QSize sizeHint() const override { return {rowWidth, rowHeight}; }
};

} // namespace

RecentList::RecentList(const Theme &theme, RecentFiles &recent, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_recent(recent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_clear = new QPushButton(tr("Clear the list"));
    m_clear->setObjectName(QStringLiteral("clearRecent"));
    m_clear->setProperty("quiet", true);
    m_clear->setFont(m_theme.font(Type::Table));
    auto *head = new QHBoxLayout;
    head->addWidget(groupTitle(m_theme, tr("Recent files")), 1);
    head->addWidget(m_clear);
    m_rows = new QVBoxLayout;
    m_rows->setSpacing(4);
    m_note = plainLabel(m_theme, tr("Files you open are listed here."), Type::Table, "text3");
    column->addLayout(head);
    column->addLayout(m_rows);
    column->addWidget(m_note);
    column->addStretch();
    connect(m_clear, &QPushButton::clicked, &m_recent, &RecentFiles::clear);
    connect(&m_recent, &RecentFiles::changed, this, &RecentList::showFiles);
    showFiles();
}

void RecentList::showFiles()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (const QString &path : m_recent.paths()) {
        auto *row = new RecentRow(m_theme, path);
        m_rows->addWidget(row);
        connect(row, &QPushButton::clicked, this, [this, path] { Q_EMIT pathWanted(path); });
    }
    m_clear->setVisible(!m_recent.paths().isEmpty());
    m_note->setVisible(m_recent.paths().isEmpty());
}
