// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <catalog/v1/catalog.pb.h>

#include "session/catalog.h"

#include <QAbstractListModel>

// The users behind a number, in pages: views load more as one scrolls. The order is the server's.
class UsersModel : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit UsersModel(Catalog &catalog, QObject *parent = nullptr);

    void ask(const catalog::v1::ListUsersRequest &request); // starts over; page size and token are this model's
    void retry(); // the page that failed
    void loadAll();
    void stop(); // lets go of the page under way

    bool isLoading() const { return m_call != nullptr; }
    bool hasMore() const { return m_hasMore; }
    const std::optional<Failure> &failure() const { return m_failure; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void stateChanged(); // a page is asked for, came or failed

private:
    void askPage(int size);
    void settle(Outcome<catalog::v1::ListUsersResponse> outcome);

    Catalog &m_catalog;
    catalog::v1::ListUsersRequest m_request; // of the next page
    QStringList m_users;
    std::optional<Failure> m_failure;
    PendingCallPtr m_call;
    bool m_hasMore = false;
    bool m_wantsAll = false;
};
