// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/users_model.h"

static constexpr int pageSize = 200;
static constexpr int largestPage = 10'000; // a server gives no more at once

UsersModel::UsersModel(Catalog &catalog, QObject *parent)
    : QAbstractListModel(parent)
    , m_catalog(catalog)
{
}

void UsersModel::ask(const catalog::v1::ListUsersRequest &request)
{
    beginResetModel();
    m_call.reset();
    m_request = request;
    m_request.clear_page_token();
    m_users.clear();
    m_failure.reset();
    m_hasMore = false;
    m_wantsAll = false;
    endResetModel();
    askPage(pageSize);
}

void UsersModel::retry()
{
    if (m_failure)
        askPage(pageSize);
}

void UsersModel::loadAll()
{
    m_wantsAll = true;
    if (m_hasMore && !isLoading())
        askPage(largestPage);
}

void UsersModel::stop()
{
    m_wantsAll = false;
    m_call.reset();
}

void UsersModel::askPage(int size)
{
    m_failure.reset();
    m_request.set_page_size(size);
    m_call = m_catalog.users(m_request,
                             [this](Outcome<catalog::v1::ListUsersResponse> outcome) { settle(std::move(outcome)); });
    Q_EMIT stateChanged();
}

void UsersModel::settle(Outcome<catalog::v1::ListUsersResponse> outcome)
{
    m_call.reset();
    if (auto *failure = std::get_if<Failure>(&outcome)) {
        m_failure = std::move(*failure);
        m_wantsAll = false;
        Q_EMIT stateChanged();
        return;
    }
    const auto &page = std::get<catalog::v1::ListUsersResponse>(outcome);
    if (page.users_size() > 0) {
        const int first = rowCount();
        beginInsertRows({}, first, first + page.users_size() - 1);
        for (const std::string &user : page.users())
            m_users.append(QString::fromStdString(user));
        endInsertRows();
    }
    m_hasMore = !page.next_page_token().empty();
    m_request.set_page_token(page.next_page_token());
    if (m_hasMore && m_wantsAll)
        askPage(largestPage);
    else
        Q_EMIT stateChanged();
}

int UsersModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_users.size());
}

QVariant UsersModel::data(const QModelIndex &index, int role) const
{
    if (index.isValid() && role == Qt::DisplayRole)
        return m_users.at(index.row());
    return {};
}

bool UsersModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_hasMore && !isLoading() && !m_failure;
}

void UsersModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        askPage(pageSize);
}
