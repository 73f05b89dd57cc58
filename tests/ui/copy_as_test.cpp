// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/desk.h"

#include "query/snippets.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QMenuBar>
#include <QTimer>
#include <QToolButton>

class CopyAsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        useOwnSettings(m_settings);
        m_theme.apply(*qApp, SchemeChoice::Light);
    }

    void init()
    {
        QGuiApplication::clipboard()->setText(QStringLiteral("before"));
        m_desk = std::make_unique<Desk>(m_theme);
        m_desk->window.setSnippetPlace(m_place);
    }

    void cleanup() { m_desk.reset(); }

    void eachEntryCopiesItsSnippetOfTheQuestionAndSaysSo_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<SnippetKind>("kind");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *action, SnippetKind kind, const char *said) {
            QTest::newRow(action) << QString::fromLatin1(action) << kind << QString::fromLatin1(said);
        };
        row("copySpec", SnippetKind::Spec, "Copied the query spec.");
        row("copyGrpcurl", SnippetKind::Grpcurl, "Copied the gRPC request for grpcurl.");
        row("copyTypeScript", SnippetKind::TypeScript, "Copied the question as TypeScript.");
        row("copyPython", SnippetKind::Python, "Copied the question as Python.");
        row("copyCpp", SnippetKind::Cpp, "Copied the question as C++.");
        row("copyCommandLine", SnippetKind::CommandLine, "Copied the insights-explorer command line.");
    }
    void eachEntryCopiesItsSnippetOfTheQuestionAndSaysSo()
    {
        QFETCH(QString, action);
        QFETCH(SnippetKind, kind);
        QFETCH(QString, said);
        openProject();
        insights::v1::QuerySpec spec = m_desk->draft.spec();
        spec.mutable_breakdown()->set_property("plan");
        m_desk->draft.editSpec(spec, QStringLiteral("Break down"));

        m_desk->child<QAction>(qPrintable(action))->trigger();

        SnippetPlace place = m_place;
        place.project = "shop";
        QCOMPARE(QGuiApplication::clipboard()->text(), QString::fromStdString(snippet(kind, spec, place)));
        QVERIFY(m_desk->says(said));
    }

    void theButtonAndTheEditMenuOfferTheSameEntries()
    {
        openProject();
        auto *button = m_desk->child<QToolButton>("copyAs");
        QVERIFY(button->isVisible() && button->isEnabled());
        QStringList entries;
        for (const QAction *action : button->menu()->actions())
            entries << action->objectName();
        QCOMPARE(
            entries,
            QStringList({"copySpec", "copyGrpcurl", "copyTypeScript", "copyPython", "copyCpp", "copyCommandLine"}));
        const auto menus = m_desk->window.menuBar()->actions();
        QVERIFY(std::any_of(menus.begin(), menus.end(), [&](const QAction *menu) {
            return menu->menu()->actions().contains(button->menu()->menuAction());
        }));
    }

    void theShortcutIsTheSpecs()
    {
        openProject();
        QTest::keyClick(&m_desk->window, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(QGuiApplication::clipboard()->text().startsWith(u'{'));
    }

    void theMenuOpensByKeys()
    {
        openProject();
        auto *button = m_desk->child<QToolButton>("copyAs");
        QTimer::singleShot(0, button->menu(), [button] {
            QTest::keyClick(button->menu(), Qt::Key_Down);
            QTest::keyClick(button->menu(), Qt::Key_Down);
            QTest::keyClick(button->menu(), Qt::Key_Return);
        });
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
        QTRY_VERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("grpcurl")));
    }

    void withoutAQuestionThereIsNothingToCopy()
    {
        QVERIFY(!m_desk->child<QToolButton>("copyAs")->isEnabled());
        m_desk->child<QAction>("copyPython")->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("before"));
    }

private:
    void openProject()
    {
        m_desk->addProject("shop");
        m_desk->connectNow();
        QTRY_VERIFY(m_desk->isReady());
    }

    const SnippetPlace m_place{"unix:/run/insightsd.sock", {}, "/var/lib/events"};
    QTemporaryDir m_settings;
    Theme m_theme;
    std::unique_ptr<Desk> m_desk;
};

QTEST_MAIN(CopyAsTest)
#include "copy_as_test.moc"
