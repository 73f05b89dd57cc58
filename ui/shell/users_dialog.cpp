// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/users_dialog.h"

#include "ui/charts/note_bar.h"
#include "ui/shell/users_model.h"
#include "ui/shell/users_words.h"
#include "ui/text/number_text.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QShortcut>
#include <QSortFilterProxyModel>
#include <QVBoxLayout>

#include <algorithm>

UsersDialog::UsersDialog(const Theme &theme, Catalog &catalog, QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_catalog(catalog)
    , m_model(new UsersModel(catalog, this))
    , m_filtered(new QSortFilterProxyModel(this))
{
    setObjectName(QStringLiteral("usersDialog"));
    setWindowTitle(tr("Users"));
    resize(420, 560);
    createWidgets();
    arrange();
    connectSignals();
}

void UsersDialog::createWidgets()
{
    m_filtered->setSourceModel(m_model);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_title = new QLabel;
    m_title->setObjectName(QStringLiteral("usersTitle"));
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_title->setFont(m_theme.font(Type::Label));
    m_filter = new QLineEdit;
    m_filter->setObjectName(QStringLiteral("usersFilter"));
    m_filter->setPlaceholderText(tr("Filter users"));
    m_filter->setAccessibleName(tr("Filter users"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(m_theme.icon(QStringLiteral("search"), Role::Text3), QLineEdit::LeadingPosition);
    m_note = new NoteBar(m_theme);
    m_note->hideNote();
    m_list = new QListView;
    m_list->setObjectName(QStringLiteral("users"));
    m_list->setAccessibleName(tr("Users"));
    m_list->setModel(m_filtered);
    m_list->setUniformItemSizes(true);
    m_list->setSpacing(2);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_count = new QLabel;
    m_count->setObjectName(QStringLiteral("usersCount"));
    m_count->setProperty("tone", "text2");
    m_all = new QPushButton(tr("Load all"));
    m_all->setObjectName(QStringLiteral("usersLoadAll"));
    m_all->setProperty("quiet", true);
    m_copy = new QPushButton;
    m_copy->setObjectName(QStringLiteral("usersCopy"));
    Theme::setIconBeside(*m_copy, m_theme.icon(QStringLiteral("copy")));
    for (QPushButton *button : {m_all, m_copy})
        button->setAutoDefault(false);
}

void UsersDialog::arrange()
{
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_count, 1);
    foot->addWidget(m_all);
    foot->addWidget(m_copy);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 12);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addWidget(m_filter);
    column->addWidget(m_note);
    column->addWidget(m_list, 1);
    column->addLayout(foot);
}

void UsersDialog::connectSignals()
{
    connect(m_filter, &QLineEdit::textChanged, m_filtered, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_filter, &QLineEdit::textChanged, this, &UsersDialog::showState);
    connect(m_model, &UsersModel::stateChanged, this, &UsersDialog::showState);
    connect(m_note, &NoteBar::actionClicked, m_model, &UsersModel::retry);
    connect(m_all, &QPushButton::clicked, m_model, &UsersModel::loadAll);
    connect(m_copy, &QPushButton::clicked, this, &UsersDialog::copy);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &UsersDialog::showState);
    auto *copyKey = new QShortcut(QKeySequence::Copy, m_list);
    copyKey->setContext(Qt::WidgetShortcut);
    connect(copyKey, &QShortcut::activated, this, &UsersDialog::copy);
}

void UsersDialog::ask(const catalog::v1::ListUsersRequest &request)
{
    const QString title = usersTitle(request, m_catalog.projectTime());
    m_title->setText(title);
    setWindowTitle(title);
    m_filter->clear();
    m_model->ask(request);
    m_filter->setFocus();
}

void UsersDialog::done(int result)
{
    m_model->stop();
    QDialog::done(result);
}

void UsersDialog::showState()
{
    const int loaded = m_model->rowCount();
    const int listed = m_filtered->rowCount();
    const QString number = fullNumber(loaded);
    if (m_model->isLoading())
        m_count->setText(loaded == 0 ? tr("Loading…") : tr("%1 so far, loading…").arg(number));
    else if (listed != loaded)
        m_count->setText(tr("%1 of %2 loaded").arg(fullNumber(listed), number));
    else if (m_model->hasMore())
        m_count->setText(tr("First %1").arg(number));
    else
        m_count->setText(m_model->failure() ? QString() : loaded == 1 ? tr("1 user") : tr("%1 users").arg(number));
    m_all->setVisible(m_model->hasMore());
    m_all->setEnabled(!m_model->isLoading());

    const auto selected = m_list->selectionModel()->selectedRows().size();
    m_copy->setEnabled(listed > 0);
    m_copy->setText(selected > 0 ? tr("Copy %1").arg(fullNumber(double(selected)))
                                 : tr("Copy all %1").arg(fullNumber(listed)));

    const auto &failure = m_model->failure();
    if (!failure)
        m_note->hideNote();
    else if (failure->kind == Failure::Kind::Unimplemented)
        m_note->showNote(NoteKind::Info, tr("This server has no lists of users."));
    else
        m_note->showNote(NoteKind::Bad, QString::fromStdString(failure->message), tr("Try again"));
}

// What is selected, else all that is listed; a line each, in the order of the list.
void UsersDialog::copy()
{
    QModelIndexList rows = m_list->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QStringList users;
    for (const QModelIndex &row : rows)
        users << row.data().toString();
    if (rows.isEmpty()) {
        for (int row = 0; row < m_filtered->rowCount(); ++row)
            users << m_filtered->index(row, 0).data().toString();
    }
    QGuiApplication::clipboard()->setText(users.join(u'\n'));
}
