// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/connection_dialog.h"

#include "ui/charts/note_bar.h"
#include "ui/connect/connection_form.h"
#include "ui/connect/probe_list.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace {

constexpr int listWidth = 200;
constexpr int idRole = Qt::UserRole;

QPushButton *button(const QString &text, const char *name)
{
    auto *made = new QPushButton(text);
    made->setObjectName(QLatin1String(name));
    made->setAutoDefault(false);
    return made;
}

} // namespace

ConnectionDialog::ConnectionDialog(const Theme &theme, Connections &connections, KeyStore &keys, ConnectionProbe &probe,
                                   QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_connections(connections)
    , m_keys(keys)
    , m_probe(probe)
{
    setObjectName(QStringLiteral("connectionDialog"));
    setWindowTitle(tr("Connections"));
    resize(760, 560);
    createWidgets();
    arrange();
    connectSignals();
    showList();
    startNew();
}

void ConnectionDialog::createWidgets()
{
    m_list = new QListWidget;
    m_list->setObjectName(QStringLiteral("connections"));
    m_list->setAccessibleName(tr("Servers"));
    m_list->setFixedWidth(listWidth);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setIconSize({16, 16});
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_add = button(tr("Add"), "addConnection");
    Theme::setIconBeside(*m_add, m_theme.icon(QStringLiteral("plus")));
    m_remove = button(tr("Remove"), "removeConnection");
    Theme::setIconBeside(*m_remove, m_theme.icon(QStringLiteral("trash")));
    m_form = new ConnectionForm(m_theme);
    m_note = new NoteBar(m_theme);
    m_findings = new ProbeList(m_theme);
    m_test = button(tr("&Test"), "testConnection");
    m_save = button(tr("&Save"), "saveConnection");
    m_connect = button(tr("&Connect"), "connectConnection");
    m_connect->setProperty("accent", true);
    m_connect->setDefault(true);
}

void ConnectionDialog::arrange()
{
    auto *listFoot = new QHBoxLayout;
    listFoot->setSpacing(4);
    listFoot->addWidget(m_add);
    listFoot->addWidget(m_remove);
    auto *left = new QVBoxLayout;
    left->setSpacing(8);
    left->addWidget(m_list, 1);
    left->addLayout(listFoot);

    auto *sheet = new QWidget;
    auto *sheetColumn = new QVBoxLayout(sheet);
    sheetColumn->setContentsMargins(0, 0, 0, 0);
    sheetColumn->setSpacing(16);
    sheetColumn->addWidget(m_form);
    sheetColumn->addWidget(m_findings);
    sheetColumn->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(sheet);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(8);
    foot->addWidget(m_test);
    foot->addStretch(1);
    foot->addWidget(m_save);
    foot->addWidget(m_connect);
    auto *right = new QVBoxLayout;
    right->setSpacing(12);
    right->addWidget(m_note);
    right->addWidget(scroll, 1);
    right->addLayout(foot);

    auto *whole = new QHBoxLayout(this);
    whole->setContentsMargins(16, 16, 16, 16);
    whole->setSpacing(16);
    whole->addLayout(left);
    whole->addLayout(right, 1);
}

void ConnectionDialog::connectSignals()
{
    connect(&m_connections, &Connections::changed, this, &ConnectionDialog::showList);
    connect(m_list, &QListWidget::currentRowChanged, this, &ConnectionDialog::choose);
    connect(m_add, &QPushButton::clicked, this, &ConnectionDialog::startNew);
    connect(m_remove, &QPushButton::clicked, this, &ConnectionDialog::remove);
    connect(m_form, &ConnectionForm::changed, this, &ConnectionDialog::showButtons);
    connect(m_test, &QPushButton::clicked, this, &ConnectionDialog::test);
    connect(m_save, &QPushButton::clicked, this, [this] { keep(false); });
    connect(m_connect, &QPushButton::clicked, this, [this] { keep(true); });
    connect(m_note, &NoteBar::actionClicked, this, &ConnectionDialog::keepKeyInFile);
}

void ConnectionDialog::startNew()
{
    m_list->setCurrentRow(-1);
    fill({});
    m_form->focusAddress();
}

void ConnectionDialog::edit(const QString &id)
{
    for (int row = 0; row < m_list->count(); ++row)
        if (m_list->item(row)->data(idRole) == id)
            m_list->setCurrentRow(row);
}

// The row that is chosen stays so; its form keeps what is typed in it.
void ConnectionDialog::showList()
{
    const std::vector<ServerConnection> &all = m_connections.all();
    while (m_list->count() > int(all.size()))
        delete m_list->takeItem(m_list->count() - 1);
    while (m_list->count() < int(all.size()))
        m_list->addItem(new QListWidgetItem(m_theme.icon(QStringLiteral("globe")), QString()));
    int chosen = -1;
    for (int row = 0; row < m_list->count(); ++row) {
        const ServerConnection &connection = all[std::size_t(row)];
        m_list->item(row)->setText(connection.shownName());
        m_list->item(row)->setData(idRole, connection.id);
        m_list->item(row)->setToolTip(connection.address.toHtmlEscaped());
        if (connection.id == m_form->connection().id)
            chosen = row;
    }
    m_list->setCurrentRow(chosen);
    showButtons();
}

void ConnectionDialog::showButtons()
{
    const ServerConnection now = m_form->connection();
    const bool isGood = !now.address.isEmpty() && !faultOf(now);
    for (QPushButton *one : {m_test, m_save, m_connect})
        one->setEnabled(isGood);
    m_remove->setEnabled(!now.id.isEmpty());
}

void ConnectionDialog::choose(int row)
{
    const QListWidgetItem *item = m_list->item(row);
    const ServerConnection *known = item == nullptr ? nullptr : m_connections.find(item->data(idRole).toString());
    const ServerConnection chosen = known == nullptr ? ServerConnection() : *known;
    if (chosen.id != m_form->connection().id)
        fill(chosen);
}

void ConnectionDialog::fill(const ServerConnection &connection)
{
    m_call.reset();
    m_findings->clear();
    m_note->hideNote();
    m_form->setConnection(connection);
}

void ConnectionDialog::test()
{
    const ServerConnection connection = m_form->connection();
    m_findings->showRunning();
    if (const std::optional<QString> typed = m_form->typedKey(); typed || !connection.hasKey || connection.id.isEmpty())
        tryWith(typed.value_or(QString()));
    else
        m_keys.read(connection.id, connection.keyPlace, [self = QPointer(this)](const QString &key, const QString &) {
            if (self)
                self->tryWith(key);
        });
}

void ConnectionDialog::tryWith(const QString &key)
{
    const ServerConnection connection = m_form->connection();
    m_call = m_probe.probe(endpointOf(connection, key), connection.project.toStdString(),
                           [this](const ProbeReport &report) {
                               m_findings->showReport(report);
                               m_form->setProjects(report.projects);
                           });
}

void ConnectionDialog::keep(bool thenConnect)
{
    ServerConnection connection = m_form->connection();
    const std::optional<QString> key = m_form->typedKey();
    const ServerConnection *known = m_connections.find(connection.id);
    const auto placeBefore = known == nullptr ? connection.keyPlace : known->keyPlace;
    connection.id = m_connections.keep(connection);
    const auto kept = [this, self = QPointer(this), thenConnect, id = connection.id](const QString &error) {
        if (!self)
            return;
        if (thenConnect)
            Q_EMIT connectionWanted(id);
        if (!error.isEmpty())
            m_note->showNote(NoteKind::Warn, tr("The key stays for this session: %1.").arg(error),
                             tr("Keep it in a file"));
        else if (thenConnect)
            close();
    };
    m_form->setConnection(connection);
    edit(connection.id);
    if (!connection.hasKey) {
        m_keys.forget(connection.id);
        kept({});
    } else if (key) {
        m_keys.keep(connection.id, *key, connection.keyPlace, kept);
    } else if (placeBefore != connection.keyPlace) {
        m_keys.read(connection.id, placeBefore,
                    [self = QPointer(this), connection, kept](const QString &old, const QString &error) {
                        if (self && error.isEmpty())
                            self->m_keys.keep(connection.id, old, connection.keyPlace, kept);
                        else
                            kept(error);
                    });
    } else {
        kept({});
    }
}

// The way out where no keychain took it: the key is known for this session.
void ConnectionDialog::keepKeyInFile()
{
    ServerConnection connection = m_form->connection();
    connection.keyPlace = ServerConnection::KeyPlace::File;
    m_connections.keep(connection);
    m_form->setConnection(connection);
    m_keys.read(connection.id, ServerConnection::KeyPlace::ThisSession,
                [this, connection](const QString &key, const QString &) {
                    m_keys.keep(connection.id, key, connection.keyPlace, [this](const QString &error) {
                        if (error.isEmpty())
                            m_note->hideNote();
                        else
                            m_note->showNote(NoteKind::Bad, tr("The key stays for this session: %1.").arg(error));
                    });
                });
}

void ConnectionDialog::remove()
{
    const ServerConnection connection = m_form->connection();
    auto *question
        = new QMessageBox(QMessageBox::Question, tr("Remove a server"),
                          tr("Remove %1 and its key?").arg(connection.shownName()), QMessageBox::Cancel, this);
    question->setObjectName(QStringLiteral("removeQuestion"));
    question->setTextFormat(Qt::PlainText);
    question->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *yes = question->addButton(tr("Remove"), QMessageBox::DestructiveRole);
    connect(yes, &QPushButton::clicked, this, [this, id = connection.id] {
        m_keys.forget(id);
        m_form->setConnection({});
        m_connections.remove(id);
    });
    question->open();
}
