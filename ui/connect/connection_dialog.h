// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/connections.h"
#include "session/key_store.h"
#include "ui/theme/theme.h"

#include <QDialog>

class ConnectionForm;
class NoteBar;
class ProbeList;
class QListWidget;
class QPushButton;

// The servers one knows, to add, change, test and remove.
class ConnectionDialog : public QDialog
{
    Q_OBJECT
public:
    ConnectionDialog(const Theme &theme, Connections &connections, KeyStore &keys, ConnectionProbe &probe,
                     QWidget *parent = nullptr);

    void startNew(); // a server not known yet
    void edit(const QString &id);

Q_SIGNALS:
    void connectionWanted(const QString &id); // go there now; it is kept

private:
    void createWidgets();
    void arrange();
    void connectSignals();
    void showList();
    void showButtons();
    void choose(int row);
    void fill(const ServerConnection &connection);
    void test();
    void tryWith(const QString &key);
    void keep(bool thenConnect);
    void keepKeyInFile();
    void remove();

    const Theme &m_theme;
    Connections &m_connections;
    KeyStore &m_keys;
    ConnectionProbe &m_probe;
    QListWidget *m_list;
    QPushButton *m_add;
    QPushButton *m_remove;
    ConnectionForm *m_form;
    NoteBar *m_note;
    ProbeList *m_findings;
    QPushButton *m_test;
    QPushButton *m_save;
    QPushButton *m_connect;
    PendingCallPtr m_call;
};
