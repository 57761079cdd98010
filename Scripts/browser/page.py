"""One page of a browser: opened, looked at, asked, photographed."""
import base64, pathlib


class Page:
    def __init__(self, browser, width=1280, height=900, scheme="light", media="screen", script=True):
        self.browser = browser
        target = browser.call("Target.createTarget", url="about:blank")["targetId"]
        self.target = target
        self.session = browser.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")
        self.resize(width, height)
        self.call("Emulation.setEmulatedMedia", media=media,
                  features=[{"name": "prefers-color-scheme", "value": scheme}])
        self.call("Emulation.setScriptExecutionDisabled", value=not script)

    def call(self, method, **parameters):
        return self.browser.call(method, self.session, **parameters)

    def resize(self, width, height):
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height,
                  deviceScaleFactor=1, mobile=False)

    def open(self, path):
        """Opens a file and waits until it is loaded."""
        self.url = pathlib.Path(path).resolve().as_uri()
        self.browser.events.clear()
        self.call("Page.navigate", url=self.url)
        self.browser.wait_for("Page.loadEventFired", self.session)

    def ask(self, expression):
        """The value of a JavaScript expression, as JSON has it."""
        result = self.call("Runtime.evaluate", expression=expression, returnByValue=True,
                           awaitPromise=True)
        if "exceptionDetails" in result:
            raise RuntimeError(result["exceptionDetails"].get("exception", {}).get("description"))
        return result["result"].get("value")

    def complaints(self):
        """What the console and the browser's log said, and every script error."""
        said = []
        for event in self._own_events():
            body = event["params"]
            match event["method"]:
                case "Runtime.exceptionThrown":
                    said.append("exception: " + body["exceptionDetails"].get("text", ""))
                case "Runtime.consoleAPICalled":
                    said.append(f"console.{body['type']}")
                case "Log.entryAdded":
                    said.append(f"{body['entry']['level']}: {body['entry']['text']}")
        return said

    def requests(self):
        """Every address that was asked for beside the page itself."""
        asked = [event["params"]["request"]["url"] for event in self._own_events()
                 if event["method"] == "Network.requestWillBeSent"]
        # What stands in the page itself is not fetched.
        return [url for url in asked if url != self.url and not url.startswith("data:")]

    def picture(self, path, whole=True, height=None):
        """Writes what is seen (or the whole page, at most `height` px of it) as PNG."""
        parameters = {}
        if whole:
            size = self.call("Page.getLayoutMetrics")["cssContentSize"]
            parameters = {"captureBeyondViewport": True, "clip": {
                "x": 0, "y": 0, "width": size["width"],
                "height": min(size["height"], height or size["height"]), "scale": 1}}
        data = self.call("Page.captureScreenshot", format="png", **parameters)["data"]
        pathlib.Path(path).write_bytes(base64.b64decode(data))

    def print(self, path):
        """Writes the page as a PDF of A4 sheets."""
        self.call("Emulation.setEmulatedMedia", media="print")
        data = self.call("Page.printToPDF", paperWidth=8.27, paperHeight=11.69,
                         printBackground=False)["data"]
        pathlib.Path(path).write_bytes(base64.b64decode(data))

    def close(self):
        self.browser.call("Target.closeTarget", targetId=self.target)

    def _own_events(self):
        return [e for e in self.browser.events
                if e.get("sessionId") == self.session and "method" in e]
