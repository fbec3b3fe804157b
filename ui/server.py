"""The web server of the page: one address, and a browser that is told to ask no other."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING, Any

from rag.errors import Mistake
from ui.style import CSS, theme

if TYPE_CHECKING:
    import gradio as gr
    from starlette.types import ASGIApp

# Gradio's own scripts are inline and compile templates; everything else must come from this server.
POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
    "connect-src 'self'; worker-src 'self' blob:; object-src 'none'; base-uri 'self'; "
    "form-action 'self'; frame-ancestors 'self'"
)


def bind(host: str, port: int) -> socket.socket:
    """A socket that listens at `host`:`port`, port 0 for any free one.

    Bound before anything slow is done, so that a port in use is told at once.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(128)
    except (OSError, OverflowError) as error:
        listener.close()
        raise _cannot_listen(host, port, error) from error
    return listener


def address(listener: socket.socket) -> str:
    """'http://127.0.0.1:7860'"""
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def web_app(blocks: gr.Blocks) -> ASGIApp:
    """The page as an ASGI application, with the policy on every response."""
    import gradio as gr
    from fastapi import FastAPI

    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    gr.mount_gradio_app(
        app,
        blocks,
        path="/",
        footer_links=[],
        run_history=False,
        enable_monitoring=False,
        ssr_mode=False,
        pwa=False,
        mcp_server=False,
        show_error=False,
        theme=theme(),
        css=CSS.read_text(encoding="utf-8"),
    )
    return _with_policy(app)


def serve(app: ASGIApp, listener: socket.socket) -> None:
    """Answer requests until Ctrl-C; says where once the page is ready."""
    import uvicorn

    class Server(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            print(f"Ready: {address(listener)}", flush=True)

    config = uvicorn.Config(app, log_level="warning", timeout_graceful_shutdown=3)
    Server(config).run(sockets=[listener])


def _with_policy(app: ASGIApp) -> ASGIApp:
    headers = [
        (b"content-security-policy", POLICY.encode()),
        (b"referrer-policy", b"no-referrer"),
    ]

    async def guarded(scope: Any, receive: Any, send: Any) -> None:
        async def send_guarded(message: Any) -> None:
            if message["type"] == "http.response.start":
                message = {
                    **message,
                    "headers": [*message.get("headers", []), *headers],
                }
            await send(message)

        await app(scope, receive, send_guarded)

    return guarded


def _cannot_listen(host: str, port: int, error: Exception) -> Mistake:
    if isinstance(error, OSError) and error.errno == 98 or "in use" in str(error):
        return Mistake(
            f"Port {port} is in use. Choose another: python -m ui --port {port + 1} "
            "(or --port 0 for any free one)"
        )
    return Mistake(f"Cannot listen at {host} port {port} ({error}). Try: python -m ui --port 7860")
