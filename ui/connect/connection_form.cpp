// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/connection_form.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using Encryption = ServerConnection::Encryption;
using KeyPlace = ServerConnection::KeyPlace;

namespace {

constexpr int rowGap = 8;

QLineEdit *lineEdit(const char *name, const QString &placeholder = {})
{
    auto *field = new QLineEdit;
    field->setObjectName(QLatin1String(name));
    field->setPlaceholderText(placeholder);
    return field;
}

QComboBox *combo(const char *name, const QStringList &items)
{
    auto *field = new QComboBox;
    field->setObjectName(QLatin1String(name));
    field->addItems(items);
    return field;
}

} // namespace

ConnectionForm::ConnectionForm(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_layout(new QFormLayout(this))
{
    setObjectName(QStringLiteral("connectionForm"));
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setVerticalSpacing(rowGap);
    m_layout->setHorizontalSpacing(12);
    m_layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_layout->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    createWidgets();
    setConnection({});
}

void ConnectionForm::createWidgets()
{
    m_name = lineEdit("connectionName", tr("As it shows in the toolbar"));
    m_address = lineEdit("connectionAddress", tr("insights.example.org:443"));
    m_encryption = combo(
        "connectionEncryption",
        {tr("TLS, authorities of this system"), tr("TLS, an authority of your own"), tr("None (this machine only)")});
    m_authority = lineEdit("connectionAuthority", tr("ca.pem"));
    m_certificate = lineEdit("connectionCertificate", tr("Only where the server asks for one"));
    m_certificateKey = lineEdit("connectionCertificateKey", tr("Its private key"));
    m_keyKind = combo("connectionKeyKind", {tr("Shared API key or JWT"), tr("None")});
    m_key = lineEdit("connectionKey");
    m_key->setEchoMode(QLineEdit::Password);
    m_key->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    m_keyPlace = combo("connectionKeyPlace",
                       {tr("In the desktop's keychain"), tr("For this session only"), tr("In a file only I can read")});
    m_project = combo("connectionProject", {});
    m_project->setEditable(true);
    m_project->setInsertPolicy(QComboBox::NoInsert);
    m_project->lineEdit()->setPlaceholderText(tr("The first there is"));
    m_fault = new QLabel;
    m_fault->setObjectName(QStringLiteral("connectionFault"));
    m_fault->setProperty("tone", "bad");
    m_fault->setFont(m_theme.font(Type::Table));
    m_fault->setTextFormat(Qt::PlainText);
    m_fault->setWordWrap(true);

    addRow(tr("&Address"), m_address, m_address);
    addRow(tr("&Name"), m_name, m_name);
    addRow(tr("&Encryption"), m_encryption, m_encryption);
    addRow(tr("A&uthority"), withChooser(m_authority, tr("Certificate of the authority")), m_authority);
    addRow(tr("Your certi&ficate"), withChooser(m_certificate, tr("Your certificate")), m_certificate);
    addRow(tr("Its ke&y"), withChooser(m_certificateKey, tr("Key of your certificate")), m_certificateKey);
    addRow(tr("Cre&dential"), m_keyKind, m_keyKind);
    addRow(tr("&Key"), m_key, m_key);
    addRow(tr("Kept"), m_keyPlace, m_keyPlace);
    addRow(tr("&Project"), m_project, m_project);
    m_layout->addRow(QString(), m_fault);

    for (QLineEdit *field : {m_name, m_address, m_authority, m_certificate, m_certificateKey})
        connect(field, &QLineEdit::textChanged, this, &ConnectionForm::showParts);
    connect(m_key, &QLineEdit::textEdited, this, [this] {
        m_isKeyTyped = true;
        showParts();
    });
    for (QComboBox *field : {m_encryption, m_keyKind, m_keyPlace})
        connect(field, &QComboBox::currentIndexChanged, this, &ConnectionForm::showParts);
    connect(m_project, &QComboBox::editTextChanged, this, &ConnectionForm::changed);
}

QWidget *ConnectionForm::withChooser(QLineEdit *field, const QString &title)
{
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(4);
    auto *choose = new QPushButton(tr("Choose…"));
    choose->setAutoDefault(false);
    choose->setAccessibleName(title);
    line->addWidget(field, 1);
    line->addWidget(choose);
    connect(choose, &QPushButton::clicked, this, [this, field, title] {
        const QString path = QFileDialog::getOpenFileName(this, title, field->text(),
                                                          tr("PEM files (*.pem *.crt *.key);;All files (*)"));
        if (!path.isEmpty())
            field->setText(path);
    });
    return row;
}

void ConnectionForm::addRow(const QString &label, QWidget *row, QWidget *field)
{
    auto *words = new QLabel(label);
    words->setBuddy(field);
    words->setFont(m_theme.font(Type::Base));
    field->setAccessibleName(QString(label).remove(u'&'));
    m_layout->addRow(words, row);
}

void ConnectionForm::setConnection(const ServerConnection &connection)
{
    m_connection = connection;
    m_name->setText(connection.name);
    m_address->setText(connection.address);
    m_address->setCursorPosition(0);
    m_encryption->setCurrentIndex(int(connection.encryption));
    m_authority->setText(connection.authorityFile);
    m_certificate->setText(connection.certificateFile);
    m_certificateKey->setText(connection.keyFile);
    m_keyKind->setCurrentIndex(connection.hasKey ? 0 : 1);
    m_keyPlace->setCurrentIndex(int(connection.keyPlace));
    m_key->clear();
    m_key->setPlaceholderText(connection.id.isEmpty() ? QString() : tr("As it was kept"));
    m_isKeyTyped = false;
    m_project->clear();
    m_project->setEditText(connection.project);
    showParts();
}

ServerConnection ConnectionForm::connection() const
{
    ServerConnection connection = m_connection;
    connection.name = m_name->text().trimmed();
    connection.address = m_address->text().trimmed();
    connection.encryption = Encryption(m_encryption->currentIndex());
    connection.authorityFile = m_authority->text().trimmed();
    connection.certificateFile = m_certificate->text().trimmed();
    connection.keyFile = m_certificateKey->text().trimmed();
    connection.hasKey = m_keyKind->currentIndex() == 0;
    connection.keyPlace = KeyPlace(m_keyPlace->currentIndex());
    connection.project = m_project->currentText().trimmed();
    return connection;
}

std::optional<QString> ConnectionForm::typedKey() const
{
    return m_isKeyTyped ? std::optional(m_key->text().trimmed()) : std::nullopt;
}

void ConnectionForm::focusAddress()
{
    m_address->setFocus();
}

void ConnectionForm::setProjects(const std::vector<catalog::v1::Project> &projects)
{
    const QString chosen = m_project->currentText();
    m_project->clear();
    for (const auto &project : projects)
        m_project->addItem(QString::fromStdString(project.id()));
    m_project->setEditText(chosen);
}

void ConnectionForm::showParts()
{
    const ServerConnection now = connection();
    const bool isEncrypted = now.encryption != Encryption::None;
    m_layout->setRowVisible(m_authority->parentWidget(), now.encryption == Encryption::OwnAuthority);
    m_layout->setRowVisible(m_certificate->parentWidget(), isEncrypted);
    m_layout->setRowVisible(m_certificateKey->parentWidget(),
                            isEncrypted && (!now.certificateFile.isEmpty() || !now.keyFile.isEmpty()));
    m_layout->setRowVisible(m_key, now.hasKey);
    m_layout->setRowVisible(m_keyPlace, now.hasKey);
    const std::optional<ConnectionFault> fault = faultOf(now);
    m_fault->setText(fault && !now.address.isEmpty() ? fault->sentence : QString());
    Q_EMIT changed();
}
