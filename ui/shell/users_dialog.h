// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <catalog/v1/catalog.pb.h>

#include "session/catalog.h"
#include "ui/theme/theme.h"

#include <QDialog>

class NoteBar;
class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QSortFilterProxyModel;
class UsersModel;

// The users behind a number of an answer. It stays open beside the window, and the next number takes its place.
class UsersDialog : public QDialog
{
    Q_OBJECT
public:
    UsersDialog(const Theme &theme, Catalog &catalog, QWidget *parent = nullptr);

    void ask(const catalog::v1::ListUsersRequest &request);

protected:
    void done(int result) override;

private:
    void createWidgets();
    void arrange();
    void connectSignals();
    void showState();
    void copy();

    const Theme &m_theme;
    Catalog &m_catalog;
    UsersModel *m_model;
    QSortFilterProxyModel *m_filtered;
    QLabel *m_title;
    QLineEdit *m_filter;
    NoteBar *m_note;
    QListView *m_list;
    QLabel *m_count;
    QPushButton *m_all;
    QPushButton *m_copy;
};
