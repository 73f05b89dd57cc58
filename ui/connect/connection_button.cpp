// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/connection_button.h"

#include <QMenu>

namespace {

constexpr int widest = 140; // px of the name

QString inMenu(const QString &name)
{
    return QString(name).replace(u'&', QLatin1String("&&"));
}

} // namespace

ConnectionButton::ConnectionButton(const Theme &theme, const Connections &connections, QWidget *parent)
    : QToolButton(parent)
    , m_theme(theme)
    , m_connections(connections)
    , m_menu(new QMenu(this))
{
    setObjectName(QStringLiteral("connectionButton"));
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setPopupMode(QToolButton::InstantPopup);
    Theme::setIconBeside(*this, theme.icon(QStringLiteral("globe")));
    setProperty("rightToLeft", isRightToLeft());
    setMenu(m_menu);
    m_menu->setToolTipsVisible(true);
    connect(m_menu, &QMenu::aboutToShow, this, &ConnectionButton::fillMenu);
    showCurrent({}, tr("Local service"));
}

void ConnectionButton::showCurrent(const QString &id, const QString &name)
{
    m_current = id;
    setText(fontMetrics().elidedText(name, Qt::ElideMiddle, widest));
    setToolTip(tr("Asks %1").arg(name).toHtmlEscaped());
    setAccessibleName(tr("Connection: %1").arg(name));
}

void ConnectionButton::fillMenu()
{
    m_menu->clear();
    const auto add = [this](const QString &id, const QString &name, const QString &address) {
        QAction *action = m_menu->addAction(inMenu(name));
        action->setCheckable(true);
        action->setChecked(id == m_current);
        action->setToolTip(address.toHtmlEscaped());
        connect(action, &QAction::triggered, this, [this, id] { Q_EMIT connectionWanted(id); });
    };
    add({}, tr("Local service"), tr("Events on this machine"));
    for (const ServerConnection &connection : m_connections.all())
        add(connection.id, connection.shownName(), connection.address);
    m_menu->addSeparator();
    connect(m_menu->addAction(m_theme.icon(QStringLiteral("plus")), tr("Connect to a server…")), &QAction::triggered,
            this, &ConnectionButton::newWanted);
    connect(m_menu->addAction(tr("Connections…")), &QAction::triggered, this, &ConnectionButton::listWanted);
}
