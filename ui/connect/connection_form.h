// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/connections.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <vector>

#include <catalog/v1/catalog.pb.h>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;

// What there is to say about one server: where it is, how the way is encrypted, the key and where that is kept.
class ConnectionForm : public QWidget
{
    Q_OBJECT
public:
    explicit ConnectionForm(const Theme &theme, QWidget *parent = nullptr);

    void setConnection(const ServerConnection &connection);
    ServerConnection connection() const; // with the id of the one that was set
    // What was typed since setConnection(); nothing where the kept one stands.
    std::optional<QString> typedKey() const;
    void focusAddress();
    // To choose from, as the server told.
    void setProjects(const std::vector<catalog::v1::Project> &projects);

Q_SIGNALS:
    void changed();

private:
    void createWidgets();
    QWidget *withChooser(QLineEdit *field, const QString &title);
    void addRow(const QString &label, QWidget *row, QWidget *field);
    void showParts();

    const Theme &m_theme;
    ServerConnection m_connection;
    QFormLayout *m_layout;
    QLineEdit *m_name;
    QLineEdit *m_address;
    QComboBox *m_encryption;
    QLineEdit *m_authority;
    QLineEdit *m_certificate;
    QLineEdit *m_certificateKey;
    QComboBox *m_keyKind;
    QLineEdit *m_key;
    QComboBox *m_keyPlace;
    QComboBox *m_project;
    QLabel *m_fault;
    bool m_isKeyTyped = false;
};
