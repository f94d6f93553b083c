// Public face of the forecast.
export { type ForecastComponent, type ForecastQuarter, type ForeseenAmount, foreseen } from "./forecast.ts";
export { type Forecast, type ForecastPorts, Forecasts, type LastWages } from "./forecasts.ts";
